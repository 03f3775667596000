import type { BrowserContext } from 'playwright-core';
import type { BrowserUnderTest, LaunchOptions, StoredCookie, Tab } from '../browser-under-test.ts';
import { eventually } from '../eventually.ts';
import { callText, quietPageOf } from '../extension-page.ts';
import { removeCookie } from './cookies.ts';
import { readExtensionStorage } from '../read-extension-storage.ts';
import { temporaryProfile } from '../temporary-profile.ts';
import { stopWorkers } from './background.ts';
import { ChromiumTab } from './chromium-tab.ts';
import { readErrors } from './extension-errors.ts';
import { setHostAccess } from './host-access.ts';
import { startChromium } from './start-chromium.ts';

/** Starts a fresh Chromium with the extension. Extra: `context` is Playwright's, for what the common interface lacks. */
export const launchChromium = async (
  options: LaunchOptions,
  executable = '/usr/bin/chromium',
): Promise<BrowserUnderTest & { readonly context: BrowserContext }> => {
  const profile = temporaryProfile('chromium');
  const quietPage = quietPageOf(options.extensionDir);
  let started = await startChromium(profile.path, executable, options);
  const tabs = () =>
    started.context
      .pages()
      .filter((page) => page !== started.network.page)
      .map((page) => new ChromiumTab(page));
  const newTab = async (address?: string): Promise<Tab> => {
    const tab = new ChromiumTab(await started.context.newPage());
    if (address !== undefined) await tab.goto(address);
    return tab;
  };
  const openExtensionPage = (path: string) => newTab(`${started.extensionOrigin}/${path}`);
  const inExtension: BrowserUnderTest['inExtension'] = async (run, ...args) => {
    const page = await started.context.newPage();
    try {
      await page.goto(`${started.extensionOrigin}/${quietPage}`);
      return (await page.evaluate(callText(run, args))) as Awaited<ReturnType<typeof run>>;
    } finally {
      await page.close();
    }
  };
  return {
    name: 'chromium',
    version: started.context.browser()?.version() ?? 'unknown',
    get extensionOrigin() {
      return started.extensionOrigin;
    },
    get context() {
      return started.context;
    },
    newTab,
    tabs: () => Promise.resolve(tabs()),
    waitForTab: (fits) => eventually('a tab', () => tabs().find(({ page }) => fits(page.url()))),
    openExtensionPage,
    inExtension,
    cookies: async (domain): Promise<StoredCookie[]> =>
      (await started.context.cookies()).filter((cookie) => cookie.domain.replace(/^\./, '') === domain),
    removeCookie: (domain, name) => removeCookie(started.context, domain, name),
    clearCookies: () => started.context.clearCookies(),
    failHost: async (host, fault) => {
      options.platform.names.fail(host, fault);
      await started.network.forget();
    },
    healHosts: async () => {
      options.platform.names.heal();
      await started.network.forget();
    },
    setOffline: (offline) => started.context.setOffline(offline),
    answerDataDialog: async () => undefined,
    takeDataPermissionBack: async () => undefined,
    setHostAccess: (granted) => setHostAccess(started.network, started.extensionOrigin, granted),
    badge: () => inExtension(() => chrome.action.getBadgeText({})),
    notifications: () =>
      inExtension(async () => Object.keys((await chrome.notifications.getAll()) as Record<string, unknown>)),
    storedText: () => inExtension(readExtensionStorage),
    killBackground: () => stopWorkers(started.network.page),
    restart: async () => {
      await started.context.close();
      started = await startChromium(profile.path, executable, options);
    },
    errors: () => readErrors(started.network, started.extensionOrigin),
    close: async () => {
      await started.context.close();
      profile.remove();
    },
  };
};
