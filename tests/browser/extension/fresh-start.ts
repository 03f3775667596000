import type { Stage } from '../harness/both-browsers.ts';
import type { BrowserUnderTest, Tab } from '../harness/browser-under-test.ts';

/** The welcome page opens by itself after the installation; a person closes it and goes on in an empty tab. */
export const closeWelcome = async (browser: BrowserUnderTest): Promise<Tab> => {
  const welcome = await browser.waitForTab((url) => url.endsWith('/welcome.html'));
  const tab = await browser.newTab('about:blank');
  await welcome.close();
  return tab;
};

/** In one page of the extension: each costs a part of a second, and each test begins with this. */
const forgetAll = (): Promise<void> => {
  const ask = async (type: 'hosts-changed' | 'erase-all'): Promise<void> => {
    const done = JSON.stringify(await chrome.runtime.sendMessage({ type }));
    if (done !== '{"ok":true}') throw new Error(`${type}: ${done}`);
  };
  const isQuiet = async (): Promise<boolean> => {
    const { run } = await chrome.storage.session.get<{ run?: { pendings: unknown[] } }>('run');
    const { sessions } = await chrome.storage.local.get<{ sessions?: { value: { present: boolean }[] } }>(
      'sessions',
    );
    return (run?.pendings ?? []).length === 0 && !(sessions?.value ?? []).some(({ present }) => present);
  };
  const forget = async (): Promise<void> => {
    await ask('hosts-changed');
    const deadline = performance.now() + 15_000;
    while (!(await isQuiet())) {
      if (performance.now() > deadline) throw new Error('waited in vain for all sessions to be over');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await ask('erase-all');
    await chrome.storage.local.remove('feed');
  };
  return forget();
};

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
  await browser.inExtension(forgetAll);
  return tab;
};
