import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Tab } from '../harness/browser-under-test.ts';
import { inBothBrowsers } from '../harness/both-browsers.ts';
import { never } from '../harness/eventually.ts';
import { Probe, PROBE, signIn } from './probe.ts';

const HOME = 'https://www.facebook.com/';

inBothBrowsers('cookies.onChanged', { extension: () => PROBE }, (stage) => {
  const chromium = stage.name === 'chromium';
  let probe: Probe;
  let tab: Tab;
  beforeAll(async () => {
    probe = await Probe.open(stage.browser);
    tab = await stage.browser.newTab();
  });
  beforeEach(async () => {
    stage.platform.control.heal();
    await stage.browser.clearCookies();
    await signIn(tab, stage.platform);
  });

  it('tells a new session as set explicitly', async () => {
    await stage.browser.clearCookies();
    const story = await probe.cookieStory(() => signIn(tab, stage.platform), 'xs', 'set explicit');
    expect(story).toEqual(['set explicit']);
  });

  it('tells the server’s deletion as expired_overwrite in Chromium, as explicit in Firefox', async () => {
    const removed = chromium ? 'removed expired_overwrite' : 'removed explicit';
    const story = await probe.cookieStory(
      () => {
        stage.platform.control.endSessions('facebook', 'deletion-redirect');
        return tab.goto(HOME);
      },
      'xs',
      removed,
    );
    expect(story).toEqual([removed]);
  });

  it('tells a cookie that another extension took away as explicit', async () => {
    const remove = () => probe.ask({ deed: 'removeCookie', url: HOME, name: 'xs' });
    expect(await probe.cookieStory(remove, 'xs', 'removed explicit')).toEqual(['removed explicit']);
  });

  it('tells a cookie that the person took away as explicit', async () => {
    const remove = () => stage.browser.removeCookie('facebook.com', 'xs');
    expect(await probe.cookieStory(remove, 'xs', 'removed explicit')).toEqual(['removed explicit']);
  });

  it('tells a renewal as overwrite, then explicit', async () => {
    // Signing in again at another tab's form renews the cookie that is there.
    const renew = () =>
      tab.evaluate(
        async (email, pass) => {
          await fetch('/login/device-based/regular/login/?login_attempt=1', {
            method: 'POST',
            body: new URLSearchParams({ email, pass }),
          });
        },
        stage.platform.accounts[1]?.email ?? '',
        stage.platform.accounts[1]?.password ?? '',
      );
    const story = await probe.cookieStory(renew, 'xs', 'set explicit');
    expect(story).toEqual(['removed overwrite', 'set explicit']);
  });

  it('tells a blink as a removal and a set, in this order', async () => {
    const story = await probe.cookieStory(
      () => {
        stage.platform.control.endSessions('facebook', 'blank-and-back');
        return tab.goto(HOME);
      },
      'xs',
      'set explicit',
    );
    expect(story).toEqual([chromium ? 'removed expired_overwrite' : 'removed explicit', 'set explicit']);
  });

  it('tells "clear browsing data" one by one in Chromium, and not at all in Firefox', async () => {
    const clear = () => probe.ask({ deed: 'clearAllCookies' });
    if (chromium) {
      expect(await probe.cookieStory(clear, 'xs', 'removed explicit')).toEqual(['removed explicit']);
      return;
    }
    await probe.take();
    await clear();
    expect(await stage.browser.cookies('facebook.com')).toEqual([]);
    await never(
      'an event of a cookie',
      async () => (await probe.take()).some(({ event }) => event === 'cookie'),
      500,
    );
  });
});
