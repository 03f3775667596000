import { beforeAll, expect, it } from 'vitest';
import { FEED_HOST, SECOND_FEED_HOST } from '../../platform/hosts.ts';
import { outageEntry } from '../../platform/feed/sample-payload.ts';
import { SERVICES } from '../../../lib/services/index.ts';
import { inBothBrowsers } from '../harness/both-browsers.ts';
import type { Tab } from '../harness/browser-under-test.ts';
import { eventually } from '../harness/eventually.ts';
import { closeWelcome, freshStart } from './fresh-start.ts';
import { minutePasses } from './minute-passes.ts';
import { ownErrors } from './own-errors.ts';
import { homeOf, sendSignIn, signIn } from './person.ts';
import { openPopup, readLog, waitForCard } from './popup-view.ts';
import { sharedPackage } from './shared-package.ts';
import { readIncidents } from './stored-incidents.ts';
import { throwOut } from './throw-out.ts';

const FRONT_DOORS = SERVICES.filter(({ hosts }) => hosts.length > 0).map(({ frontDoor }) => frontDoor);

/** One long session of use, and what is left of it. */
inBothBrowsers('after a day of use', { extension: sharedPackage }, (stage) => {
  let tab: Tab;
  beforeAll(async () => {
    await closeWelcome(stage.browser);
    tab = await freshStart(stage);
    stage.platform.requests.clear();
    const [ada, basil] = stage.platform.accounts;
    if (!ada || !basil) throw new Error('the platform has too few accounts');
    const { control, feed } = stage.platform;

    await signIn(tab, 'instagram', basil);
    // A wrong password first, as it happens.
    await tab.goto('https://www.facebook.com/login/');
    await sendSignIn(tab, 'facebook', ada, `${basil.password}-mistyped`);
    await tab.waitUntil(() => document.querySelector('#error_box') !== null);
    await sendSignIn(tab, 'facebook', ada);
    await tab.waitUntil(() => document.querySelector('article') !== null);
    await tab.click('nav a[href="/friends/"]');

    // An outage, in which the right password is refused.
    feed.say({ facebook: outageEntry(Date.now()) });
    control.setMode('facebook', 'sign-in-outage');
    await throwOut(tab, stage.platform, 'facebook');
    await tab.waitForToast();
    await sendSignIn(tab, 'facebook', ada);
    await minutePasses(stage.browser, 'facebook');
    const popup = await openPopup(stage.browser);
    await waitForCard(popup, 'facebook', 'outage');
    await popup.click('[data-answer]');
    await popup.close();

    // It is over; then the account changes hands, and two-factor and errors come in between.
    control.heal();
    feed.calm();
    await signIn(tab, 'facebook', ada);
    control.setMode('facebook', 'errors');
    await tab.goto(homeOf('facebook'));
    await tab.reload();
    control.setMode('facebook', 'two-factor');
    await throwOut(tab, stage.platform, 'facebook');
    await sendSignIn(tab, 'facebook', ada);
    await tab.type('[name="approvals_code"]', ada.code);
    await tab.press('Enter');
    await tab.waitUntil(() => document.querySelector('article') !== null);
    control.setMode('facebook', 'old-password');
    await throwOut(tab, stage.platform, 'facebook');
    await sendSignIn(tab, 'facebook', ada);
    // An outage and a break-in at once: whichever is called the cause, it is time to act.
    await eventually('the alarm', async () => (await stage.browser.badge()) === '!');
  }, 120_000);

  it('much was logged, and incidents were kept', async () => {
    const kinds = new Set((await readLog(stage.browser)).map((seen) => (seen as { kind: string }).kind));
    for (const kind of ['session', 'page', 'login', 'request', 'feed', 'answer'])
      expect([...kinds]).toContain(kind);
    expect(await readIncidents(stage.browser)).not.toEqual([]);
  });

  it('no password, cookie value, code or id stands anywhere in what the extension keeps', async () => {
    const stored = await stage.browser.storedText();
    expect(stored).toContain('old-password');
    expect(stage.platform.secrets.foundIn(stored)).toEqual([]);
    // Nor an address with more than its host.
    expect(stored.match(/https:\/\/[\w.-]*(facebook|instagram)\.com\/[^"]+/g) ?? []).toEqual([]);
  });

  it('every request of its own went to the feed or to a front door, and none carried a cookie', () => {
    const own = stage.platform.requests.fromExtensions();
    const strange = own
      .map(({ host, path }) => `https://${host}${path}`)
      .filter((address) => !FRONT_DOORS.includes(address))
      .filter((address) => ![FEED_HOST, SECOND_FEED_HOST].includes(new URL(address).host));
    expect([...new Set(strange)]).toEqual([]);
    expect(own.filter(({ hasCookies }) => hasCookies)).toEqual([]);
    expect(own.map(({ host }) => host)).toContain('www.facebook.com');
    expect(own.map(({ path }) => path)).toContain('/v1/feed.json');
    expect(own.filter(({ bodySize }) => bodySize > 0)).toEqual([]);
    expect(stage.platform.feed.reports).toEqual([]);
  });

  it('no error stands in the extension’s console', async () => {
    expect(await ownErrors(stage.browser)).toEqual([]);
  });
});
