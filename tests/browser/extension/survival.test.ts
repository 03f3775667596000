import { beforeAll, beforeEach, expect, it } from 'vitest';
import { outageEntry } from '../../platform/feed/sample-payload.ts';
import { inBothBrowsers } from '../harness/both-browsers.ts';
import type { Tab } from '../harness/browser-under-test.ts';
import { eventually } from '../harness/eventually.ts';
import { askBackground } from './ask-background.ts';
import { closeWelcome, freshStart } from './fresh-start.ts';
import { minutePasses } from './minute-passes.ts';
import { ownErrors } from './own-errors.ts';
import { homeOf, signIn } from './person.ts';
import { openPopup, readLog, waitForCard } from './popup-view.ts';
import { sharedPackage } from './shared-package.ts';
import { loggedEnds, pendingEnd, readIncidents, repeatedIn, toldOf } from './stored-incidents.ts';
import { throwOut, throwOutUnseen } from './throw-out.ts';

/** How often the background is killed while one story runs. */
const KILLS = 6;

/** The background may be killed at any line, the browser at any time: nothing is lost, and nothing is told twice. */
inBothBrowsers('what is survived', { extension: sharedPackage }, (stage) => {
  let tab: Tab;
  beforeAll(() => closeWelcome(stage.browser));
  beforeEach(async () => {
    tab = await freshStart(stage);
  });

  const account = () => {
    const [first] = stage.platform.accounts;
    if (!first) throw new Error('the platform has no accounts');
    return first;
  };
  const card = async (cause: string) =>
    waitForCard(await openPopup(stage.browser), 'facebook', cause).catch(async (error: unknown) => {
      throw new Error(
        `${String(error)}; the log: ${JSON.stringify(await readLog(stage.browser))} ${await stage.browser.storedText()}`,
      );
    });
  const theIncident = async () => {
    const [incident, ...others] = await readIncidents(stage.browser);
    expect(others).toEqual([]);
    if (!incident) throw new Error('nothing was noticed');
    return incident;
  };

  it('killed between the vanished cookie and the end: the next page brings the verdict', async () => {
    await signIn(tab, 'facebook', account());
    await throwOutUnseen(tab, stage.platform, 'facebook');
    await pendingEnd(stage.browser);
    await stage.browser.killBackground();
    await tab.goto(homeOf('facebook'));
    expect(await tab.waitForToast('unclear')).toMatchObject({ service: 'facebook', alarm: 'watch' });
    await card('unclear');
    expect(await loggedEnds(stage.browser)).toHaveLength(1);
  });

  it('killed after the end and before the feed: what the feed says is told when it can be read', async () => {
    await signIn(tab, 'facebook', account());
    stage.platform.feed.fault = 'unreachable';
    stage.platform.control.setMode('facebook', 'sign-in-outage');
    await throwOut(tab, stage.platform, 'facebook');
    expect(await tab.waitForToast('unclear')).not.toBeNull();
    await stage.browser.killBackground();
    stage.platform.feed.fault = 'none';
    stage.platform.feed.say({ facebook: outageEntry(Date.now()) });
    await minutePasses(stage.browser, 'facebook');
    await card('outage');
    await tab.bringToFront();
    await eventually('the toast to say so', async () => (await tab.readToast())?.cause === 'outage');
    expect(await loggedEnds(stage.browser)).toHaveLength(1);
    expect(repeatedIn(toldOf(await theIncident()))).toEqual([]);
  });

  it('killed again and again while it happens: one end, one incident, nothing told twice', async () => {
    await signIn(tab, 'facebook', account());
    stage.platform.feed.say({ facebook: outageEntry(Date.now()) });
    stage.platform.control.setMode('facebook', 'sign-in-outage');
    await throwOut(tab, stage.platform, 'facebook');
    for (let kill = 0; kill < KILLS; kill += 1) {
      await stage.browser.killBackground();
      await tab.reload();
    }
    await minutePasses(stage.browser, 'facebook');
    await card('outage');
    await tab.bringToFront();
    await eventually('the toast to say so', async () => (await tab.readToast())?.cause === 'outage');
    expect(await loggedEnds(stage.browser)).toHaveLength(1);
    const told = toldOf(await theIncident());
    expect(told.length).toBeGreaterThan(0);
    expect(repeatedIn(told)).toEqual([]);
    expect((await stage.browser.notifications()).length).toBeLessThanOrEqual(1);
    expect(await stage.browser.badge()).toBe('~');
  });

  it('killed while an incident is open: popup and badge stand, and it can be settled', async () => {
    await signIn(tab, 'facebook', account());
    await throwOut(tab, stage.platform, 'facebook');
    await tab.waitForToast();
    await stage.browser.killBackground();
    await card('unclear');
    expect(await stage.browser.badge()).toBe('?');
    await stage.browser.killBackground();
    await askBackground(stage.browser, { type: 'close-incident', incident: (await theIncident()).id });
    expect(await theIncident()).toMatchObject({ closedBy: 'user' });
    await eventually('the badge to clear', async () => (await stage.browser.badge()) === '');
  });

  it('the browser is started again: the incident is still there, in popup and history, and not told again', async () => {
    await signIn(tab, 'facebook', account());
    await throwOut(tab, stage.platform, 'facebook');
    await tab.waitForToast();
    await card('unclear');
    const before = await theIncident();
    await stage.browser.restart();
    const shown = await card('unclear');
    expect(shown.question).not.toBeNull();
    const history = await stage.browser.openExtensionPage('history.html');
    await history.waitUntil(
      (id) => document.querySelector(`[data-testid="incident"][data-incident="${id}"]`) !== null,
      before.id,
    );
    await eventually('the badge to be back', async () => (await stage.browser.badge()) === '?');
    expect(toldOf(await theIncident())).toEqual(toldOf(before));
  });

  it('a session that vanished while the browser was closed is noticed', async () => {
    await signIn(tab, 'facebook', account());
    await signIn(tab, 'instagram', account());
    // Less than it takes to end and to start, and nothing touches the cookie before.
    const lasts = 500;
    await stage.browser.inExtension(async (ms) => {
      const [cookie] = await chrome.cookies.getAll({ domain: 'facebook.com', name: 'xs' });
      if (!cookie) throw new Error('no session cookie');
      const { hostOnly: _host, session: _session, ...kept } = cookie;
      const expirationDate = (Date.now() + ms) / 1000;
      await chrome.cookies.set({ ...kept, url: 'https://www.facebook.com/', expirationDate });
    }, lasts);
    await stage.browser.restart();
    const shown = await card('session-expired');
    expect(shown.alarm).toBe('none');
    expect(await readIncidents(stage.browser)).toHaveLength(1);
  });

  it('leaves no error in the extension’s console', async () => {
    expect(await ownErrors(stage.browser)).toEqual([]);
  });
});
