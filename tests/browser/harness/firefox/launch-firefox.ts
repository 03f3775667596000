import type { BrowserUnderTest, LaunchOptions, StoredCookie, Tab } from '../browser-under-test.ts';
import { eventually } from '../eventually.ts';
import { quietPageOf } from '../extension-page.ts';
import { readExtensionStorage } from '../read-extension-storage.ts';
import { temporaryProfile } from '../temporary-profile.ts';
import { FirefoxTab } from './firefox-tab.ts';
import { failHost, pointHome, setOffline } from './network.ts';
import { answerDataDialog, takeDataPermissionBack } from './data-permission.ts';
import { setHostAccess } from './host-access.ts';
import { ownErrors } from './own-errors.ts';
import { EXTENSION_UUID, startFirefox } from './start-firefox.ts';

const extensionOrigin = `moz-extension://${EXTENSION_UUID}`;

interface BidiCookie {
  readonly name: string;
  readonly domain: string;
  readonly httpOnly: boolean;
}

/** Starts a fresh Firefox with the extension. */
export const launchFirefox = async (
  options: LaunchOptions,
  executable = '/usr/bin/firefox-esr',
): Promise<BrowserUnderTest> => {
  const profile = temporaryProfile('firefox');
  const quietPage = quietPageOf(options.extensionDir);
  let running = await startFirefox(profile.path, executable, options);
  const tabs = async () =>
    (await running.bidi.contexts()).map(({ context, url }) => ({
      url,
      tab: new FirefoxTab(running.bidi, context),
    }));
  const newTab = async (address?: string): Promise<Tab> => {
    const { context } = await running.bidi.send<{ context: string }>('browsingContext.create', {
      type: 'tab',
    });
    const tab = new FirefoxTab(running.bidi, context);
    if (address !== undefined) await tab.goto(address);
    return tab;
  };
  const openExtensionPage = (path: string) => newTab(`${extensionOrigin}/${path}`);
  const inExtension: BrowserUnderTest['inExtension'] = async (run, ...args) => {
    const { context } = await running.bidi.send<{ context: string }>('browsingContext.create', {
      type: 'tab',
      background: true,
    });
    const tab = new FirefoxTab(running.bidi, context);
    try {
      await tab.goto(`${extensionOrigin}/${quietPage}`);
      return await tab.evaluate(run, ...args);
    } finally {
      await tab.close();
    }
  };
  const cookies = async (domain: string): Promise<StoredCookie[]> => {
    const found = await running.bidi.send<{ cookies: BidiCookie[] }>('storage.getCookies', {});
    return found.cookies.filter((cookie) => cookie.domain.replace(/^\./, '') === domain);
  };
  return {
    name: 'firefox',
    version: (await running.browser.version()).replace(/^firefox\//i, ''),
    extensionOrigin,
    newTab,
    tabs: async () => (await tabs()).map(({ tab }) => tab),
    waitForTab: (fits) => eventually('a tab', async () => (await tabs()).find(({ url }) => fits(url))?.tab),
    openExtensionPage,
    inExtension,
    cookies,
    removeCookie: async (domain, name) => {
      await running.bidi.send('storage.deleteCookies', { filter: { name, domain: `.${domain}` } });
    },
    clearCookies: () =>
      running.scope.run(
        () =>
          new Promise<void>((resolve) => {
            const flags = Ci.nsIClearDataService;
            Services.clearData.deleteData(flags.CLEAR_COOKIES, resolve);
          }),
      ),
    failHost: (host, fault) => failHost(running.scope, host, fault),
    healHosts: () => pointHome(running.scope, options.platform.hosts),
    setOffline: (offline) => setOffline(running.scope, offline),
    answerDataDialog: (allow) => answerDataDialog(running.scope, allow),
    takeDataPermissionBack: () => takeDataPermissionBack(running.scope, running.extensionId),
    setHostAccess: (granted) => setHostAccess(running.scope, running.extensionId, granted),
    badge: () => inExtension(() => chrome.action.getBadgeText({})),
    notifications: () =>
      inExtension(async () => Object.keys((await chrome.notifications.getAll()) as Record<string, unknown>)),
    storedText: () => inExtension(readExtensionStorage),
    killBackground: () =>
      running.scope.run(
        async (id) => WebExtensionPolicy.getByID(id)?.extension.terminateBackground(),
        running.extensionId,
      ),
    restart: async () => {
      await running.browser.close();
      running = await startFirefox(profile.path, executable, options);
    },
    errors: () => ownErrors(running.scope, extensionOrigin),
    close: async () => {
      await running.browser.close();
      profile.remove();
    },
  };
};
