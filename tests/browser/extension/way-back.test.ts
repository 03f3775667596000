import { beforeAll, beforeEach, expect, it } from 'vitest';
import { calmEntry, outageEntry } from '../../platform/feed/sample-payload.ts';
import { inBothBrowsers } from '../harness/both-browsers.ts';
import type { Tab } from '../harness/browser-under-test.ts';
import { eventually } from '../harness/eventually.ts';
import { askBackground } from './ask-background.ts';
import { choose } from './choose.ts';
import { closeWelcome, freshStart } from './fresh-start.ts';
import { ownErrors } from './own-errors.ts';
import { sendSignIn, signIn } from './person.ts';
import { openPopup, readLog, waitForCard } from './popup-view.ts';
import { sharedPackage } from './shared-package.ts';
import { readIncidents, toldOf } from './stored-incidents.ts';
import { throwOut } from './throw-out.ts';

/** The outage ends while somebody is still signed out, as the stand-in feed tells it. */
inBothBrowsers('the way back', { extension: sharedPackage }, (stage) => {
  let tab: Tab;
  beforeAll(() => closeWelcome(stage.browser));
  beforeEach(async () => {
    tab = await freshStart(stage);
    await choose(stage.browser);
  });

  const account = () => {
    const [first] = stage.platform.accounts;
    if (!first) throw new Error('the platform has no accounts');
    return first;
  };
  const told = async () => (await readIncidents(stage.browser)).flatMap(toldOf);
  const frontDoors = () =>
    stage.platform.requests.fromExtensions().filter(({ host }) => host === 'www.facebook.com').length;

  /** As if the minutes had passed for which feed and front door are left alone; then the feed is asked on its routine. */
  const feedIsAsked = async () => {
    await stage.browser.inExtension(async () => {
      const { run } = await chrome.storage.session.get<{ run: object }>('run');
      await chrome.storage.session.set({ run: { ...run, askedFrontDoorAt: {} } });
      // Last: whoever asks the feed from here on finds both free.
      await chrome.storage.local.remove('feed');
    });
    await askBackground(stage.browser, { type: 'refresh' });
  };

  const outage = async () => {
    await signIn(tab, 'facebook', account());
    stage.platform.feed.say({ facebook: outageEntry(Date.now()) });
    stage.platform.control.setMode('facebook', 'sign-in-outage');
    await throwOut(tab, stage.platform, 'facebook');
    await tab.waitForToast('outage');
  };

  it('the feed says that it is over, the front door is asked, and it is told once that one can try again', async () => {
    await outage();
    const popup = await openPopup(stage.browser);
    await waitForCard(popup, 'facebook', 'outage');
    await popup.waitUntil(
      () =>
        document.querySelector<HTMLElement>('[data-testid="service"][data-service="facebook"]')?.dataset[
          'status'
        ] === 'outage',
    );
    await tab.bringToFront();
    const before = frontDoors();
    stage.platform.control.heal();
    stage.platform.feed.say({ facebook: calmEntry() });
    let askedAt = -Infinity;
    await eventually('the toast to say so', async () => {
      if ((await tab.readToast())?.text.includes('The outage at Facebook seems to be over.')) return true;
      // A job that was under way may write over what was set: then the minutes pass once more.
      if (performance.now() - askedAt > 2_000) {
        askedAt = performance.now();
        await feedIsAsked();
      }
      return false;
    }).catch(async (error: unknown) => {
      const known = [await readIncidents(stage.browser), await readLog(stage.browser), await tab.readToast()];
      throw new Error(`${String(error)}; known: ${JSON.stringify(known)}`);
    });
    expect(frontDoors()).toBeGreaterThan(before);
    await eventually('the card to say so', async () =>
      (await waitForCard(popup, 'facebook', 'outage')).headline.includes('seems to be over'),
    );
    await feedIsAsked();
    await popup.waitUntil(
      () =>
        document.querySelector<HTMLElement>('[data-testid="service"][data-service="facebook"]')?.dataset[
          'status'
        ] === 'operational',
    );
    expect((await told()).filter((words) => words.endsWith('null none'))).toHaveLength(1);
    expect(await stage.browser.badge()).toBe('~');
    // The account is not back by that: it is when somebody signs in.
    expect(await readIncidents(stage.browser)).toMatchObject([{ closedAt: null }]);
    await sendSignIn(tab, 'facebook', account());
    await tab.waitUntil(() => document.querySelector('input[type=password]') === null);
    expect((await told()).filter((words) => words.endsWith('null none'))).toHaveLength(1);
  });

  it('leaves no error in the extension’s console', async () => {
    expect(await ownErrors(stage.browser)).toEqual([]);
  });
});
