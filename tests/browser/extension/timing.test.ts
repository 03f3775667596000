import { beforeAll, beforeEach, expect, it } from 'vitest';
import { inBothBrowsers } from '../harness/both-browsers.ts';
import type { Tab } from '../harness/browser-under-test.ts';
import { never } from '../harness/eventually.ts';
import { closeWelcome, freshStart } from './fresh-start.ts';
import { homeOf, signIn } from './person.ts';
import { readLog } from './popup-view.ts';
import { sharedPackage } from './shared-package.ts';
import { loggedEnds, readIncidents } from './stored-incidents.ts';
import { throwOut, throwOutUnseen } from './throw-out.ts';

/** From the second sign of an end to the toast. */
const AFTER_SECOND_SIGN = 1_000;
/** From the vanished cookie to the toast where nothing else is seen. */
const AFTER_COOKIE_ALONE = 2_500;
/** What a machine that others use at the same time may take on top; less than the second that a second sign saves. */
const BUSY_MACHINE = 900;

/** How long it takes from what happens to what is said. */
inBothBrowsers('how soon it is told', { extension: sharedPackage }, (stage) => {
  let tab: Tab;
  beforeAll(() => closeWelcome(stage.browser));
  beforeEach(async () => {
    tab = await freshStart(stage);
    const [account] = stage.platform.accounts;
    if (!account) throw new Error('the platform has no accounts');
    await signIn(tab, 'facebook', account);
    stage.platform.requests.clear();
  });

  /** When the platform was asked for this path, in milliseconds since 1970. */
  const askedFor = (path: string): number => {
    const request = stage.platform.requests
      .all()
      .findLast((one) => one.path === path && one.host === 'www.facebook.com');
    if (!request) throw new Error(`nobody asked for ${path}`);
    return request.at;
  };

  it('within a second where the sign-in page is the second sign', async () => {
    await throwOut(tab, stage.platform, 'facebook');
    await tab.waitForToast();
    const took = Date.now() - askedFor('/login.php');
    console.log(`${stage.name}: from the sign-in page to the toast ${took} ms`);
    // The end itself counts by then, not the page alone.
    expect(await loggedEnds(stage.browser)).toHaveLength(1);
    expect(took).toBeLessThan(AFTER_SECOND_SIGN + BUSY_MACHINE);
  });

  it('within two and a half seconds by the cookie alone, and not before two have passed', async () => {
    await throwOutUnseen(tab, stage.platform, 'facebook');
    await tab.waitForToast();
    const took = Date.now() - askedFor('/');
    console.log(`${stage.name}: from the vanished cookie to the toast ${took} ms`);
    expect(took).toBeGreaterThanOrEqual(2_000);
    expect(took).toBeLessThan(AFTER_COOKIE_ALONE + BUSY_MACHINE);
    expect(await tab.url()).toBe(homeOf('facebook'));
  });

  it('never where the server blanks the cookie for a moment and sets it again', async () => {
    stage.platform.control.endSessions('facebook', 'blank-and-back');
    await tab.goto(homeOf('facebook'));
    expect(stage.platform.requests.all().map(({ path }) => path)).toContain('/cookie/resume/');
    await tab.waitUntil(() => document.querySelector('article') !== null);
    await never('a toast', () => tab.readToast(), 3_000);
    expect(await readIncidents(stage.browser)).toEqual([]);
    expect(await readLog(stage.browser)).not.toContainEqual(expect.objectContaining({ change: 'ended' }));
    expect(await stage.browser.badge()).toBe('');
  });
});
