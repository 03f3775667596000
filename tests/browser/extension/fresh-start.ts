import type { Stage } from '../harness/both-browsers.ts';
import type { BrowserUnderTest, Tab } from '../harness/browser-under-test.ts';
import { eventually } from '../harness/eventually.ts';
import { askBackground } from './ask-background.ts';

/** The welcome page opens by itself after the installation; a person closes it and goes on in an empty tab. */
export const closeWelcome = async (browser: BrowserUnderTest): Promise<Tab> => {
  const welcome = await browser.waitForTab((url) => url.endsWith('/welcome.html'));
  const tab = await browser.newTab('about:blank');
  await welcome.close();
  return tab;
};

const quietAgain = (browser: BrowserUnderTest): Promise<boolean> =>
  browser.inExtension(async () => {
    const { run } = await chrome.storage.session.get<{ run?: { pendings: unknown[] } }>('run');
    const { sessions } = await chrome.storage.local.get<{ sessions?: { value: { present: boolean }[] } }>(
      'sessions',
    );
    return (run?.pendings ?? []).length === 0 && !(sessions?.value ?? []).some(({ present }) => present);
  });

/**
 * Everything as if nothing had happened yet: platform healthy, feed calm, nobody signed in, nothing stored but the
 * settings, one empty tab.
 */
export const freshStart = async ({
  browser,
  platform,
}: Pick<Stage, 'browser' | 'platform'>): Promise<Tab> => {
  platform.control.heal();
  platform.feed.calm();
  await browser.healHosts();
  const tab = await browser.newTab('about:blank');
  for (const other of await browser.tabs()) if ((await other.url()) !== 'about:blank') await other.close();
  await browser.clearCookies();
  await askBackground(browser, { type: 'hosts-changed' });
  await eventually('all sessions to be over', () => quietAgain(browser));
  await askBackground(browser, { type: 'erase-all' });
  await browser.inExtension(() => chrome.storage.local.remove('feed'));
  return tab;
};
