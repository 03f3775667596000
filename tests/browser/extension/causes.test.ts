import { beforeAll, beforeEach, expect, it } from 'vitest';
import { outageEntry, calmEntry } from '../../platform/feed/sample-payload.ts';
import { inBothBrowsers } from '../harness/both-browsers.ts';
import type { Tab } from '../harness/browser-under-test.ts';
import { askBackground } from './ask-background.ts';
import { closeWelcome, freshStart } from './fresh-start.ts';
import { ownErrors } from './own-errors.ts';
import { homeOf, sendSignIn, signIn } from './person.ts';
import { openPopup, readLog, waitForCard } from './popup-view.ts';
import { sharedPackage } from './shared-package.ts';

/** From the cookie or the page to the words in the popup, in the browser as it is. */
inBothBrowsers('each cause', { extension: sharedPackage }, (stage) => {
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
  const throwOut = async (site: 'facebook' | 'instagram') => {
    stage.platform.control.endSessions(site, 'deletion-redirect');
    await tab.goto(homeOf(site));
  };
  const card = async (service: string, cause: string) =>
    waitForCard(await openPopup(stage.browser), service, cause).catch(async (error: unknown) => {
      throw new Error(`${String(error)}; the log: ${JSON.stringify(await readLog(stage.browser))}`);
    });

  it('an outage: thrown out while the feed says that it happens to everybody', async () => {
    await signIn(tab, 'facebook', account());
    stage.platform.feed.say({ facebook: outageEntry(Date.now()) });
    stage.platform.control.setMode('facebook', 'sign-in-outage');
    await throwOut('facebook');
    // The feed may be read a moment after the first word.
    const toast = await tab.waitForToast('outage');
    expect(toast).toMatchObject({ service: 'facebook', alarm: 'none' });
    const shown = await card('facebook', 'outage');
    expect(shown.headline).toMatch(/^Facebook (is|seems to be) down\./);
    expect(shown.reasons.map(({ evidence }) => evidence)).toContain('feed-outage');
    expect(await stage.browser.badge()).toBe('~');
  });

  it('an outage without any feed: the service’s own error pages, while the network is good', async () => {
    await signIn(tab, 'facebook', account());
    stage.platform.feed.fault = 'unreachable';
    stage.platform.control.setMode('facebook', 'errors');
    await tab.goto(homeOf('facebook'));
    await tab.reload();
    const shown = await card('facebook', 'outage');
    expect(['likely', 'confident']).toContain(shown.certainty);
  });

  it('a security reset: everybody is signed out and signing in works', async () => {
    await signIn(tab, 'facebook', account());
    const symptoms = { 'forced-logout': 0.97, 'sign-in-works': 0.9, 'sign-in-rejected': 0.01 };
    const reports = { windowSeconds: 600, count: 4200, expected: 11, reporters: 4100 };
    stage.platform.feed.say({
      facebook: { ...calmEntry(), status: 'degraded', confidence: 0.8, scope: 'global', symptoms, reports },
    });
    await throwOut('facebook');
    await tab.waitForToast();
    await sendSignIn(tab, 'facebook', account());
    await card('facebook', 'security-reset');
  });

  it('an account in other hands: the page says that the password was changed', async () => {
    await signIn(tab, 'facebook', account());
    stage.platform.control.setMode('facebook', 'old-password');
    await throwOut('facebook');
    await tab.waitForToast();
    await sendSignIn(tab, 'facebook', account());
    const shown = await card('facebook', 'account-compromise');
    expect(shown).toMatchObject({ alarm: 'act' });
    expect(shown.reasons.map(({ evidence }) => evidence)).toContain('old-password-page');
    expect(await stage.browser.badge()).toBe('!');
  });

  it('a locked account: Facebook’s checkpoint of that number', async () => {
    await signIn(tab, 'facebook', account());
    stage.platform.control.setMode('facebook', 'checkpoint', '828281030927956');
    await tab.goto(homeOf('facebook'));
    const shown = await card('facebook', 'account-locked');
    expect(shown.alarm).toBe('watch');
  });

  it('a rate limit: Instagram asks to wait', async () => {
    await signIn(tab, 'instagram', account());
    stage.platform.control.setMode('instagram', 'rate-limited');
    await tab.goto(homeOf('instagram'));
    const shown = await card('instagram', 'rate-limited');
    expect(shown.alarm).toBe('none');
  });

  it('a routine end: the session cookie reaches its last day', async () => {
    await signIn(tab, 'facebook', account());
    await stage.browser.inExtension(async () => {
      const [cookie] = await chrome.cookies.getAll({ domain: 'facebook.com', name: 'xs' });
      if (!cookie) throw new Error('no session cookie');
      const { hostOnly: _host, session: _session, ...kept } = cookie;
      await chrome.cookies.set({
        ...kept,
        url: 'https://www.facebook.com/',
        expirationDate: Date.now() / 1000 + 1,
      });
    });
    await tab.waitUntil(() => new Promise((resolve) => setTimeout(resolve, 1_500, true)));
    await tab.goto(homeOf('facebook'));
    const shown = await card('facebook', 'session-expired');
    expect(shown.alarm).toBe('none');
  });

  it('your own doing: the password was changed, and you say that it was you', async () => {
    await signIn(tab, 'facebook', account());
    stage.platform.control.setMode('facebook', 'old-password');
    await throwOut('facebook');
    await tab.waitForToast();
    await sendSignIn(tab, 'facebook', account());
    const popup = await openPopup(stage.browser);
    await waitForCard(popup, 'facebook', 'account-compromise');
    await askBackground(stage.browser, {
      type: 'answer',
      service: 'facebook',
      question: 'changed-password-yourself',
      answer: 'yes',
    });
    const shown = await waitForCard(popup, 'facebook', 'signed-out');
    expect(shown.alarm).not.toBe('act');
  });

  it('your own sign-out opens nothing', async () => {
    await signIn(tab, 'facebook', account());
    await tab.click('#logout');
    await tab.waitUntil(() => document.querySelector('#login_form') !== null);
    await tab.waitUntil(() => new Promise((resolve) => setTimeout(resolve, 3_000, true)));
    const log = JSON.stringify(await readLog(stage.browser));
    expect(await tab.readToast(), log).toBeNull();
    expect(await stage.browser.badge(), log).toBe('');
  });

  it('a cleared browser: all cookies are gone at once', async () => {
    await signIn(tab, 'facebook', account());
    await signIn(tab, 'instagram', account());
    await stage.browser.clearCookies();
    await tab.goto(homeOf('facebook'));
    const shown = await card('facebook', 'browser-cleared');
    expect(shown.alarm).toBe('none');
  });

  it('the network: offline', async () => {
    await signIn(tab, 'facebook', account());
    await stage.browser.setOffline(true);
    try {
      await tab.goto(homeOf('facebook'));
      await tab.goto(homeOf('facebook'));
      const shown = await card('facebook', 'network');
      expect(shown.alarm).toBe('none');
    } finally {
      await stage.browser.setOffline(false);
    }
  });

  it('not clear: one session ended by the server, and nothing else is known', async () => {
    await signIn(tab, 'facebook', account());
    await throwOut('facebook');
    expect(await tab.waitForToast('unclear')).toMatchObject({ alarm: 'watch' });
    const shown = await card('facebook', 'unclear');
    expect(shown.question).not.toBeNull();
    expect(await stage.browser.badge()).toBe('?');
  });

  it('leaves no error in the extension’s console', async () => {
    expect(await ownErrors(stage.browser)).toEqual([]);
  });
});
