import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Account } from '../../platform/accounts.ts';
import { inBothBrowsers } from '../harness/both-browsers.ts';
import type { Tab } from '../harness/browser-under-test.ts';
import { eventually, never } from '../harness/eventually.ts';
import { closeWelcome, freshStart } from './fresh-start.ts';
import { ownErrors } from './own-errors.ts';
import { homeOf, signIn } from './person.ts';
import { openPopup, readLog, waitForCard } from './popup-view.ts';
import { sharedPackage } from './shared-package.ts';
import { readIncidents, readRunState } from './stored-incidents.ts';
import { throwOut, throwOutUnseen } from './throw-out.ts';

/** What is told where: tabs in front and behind, other accounts, tabs that are older than the extension. */
inBothBrowsers('tabs and accounts', { extension: sharedPackage }, (stage) => {
  let tab: Tab;
  beforeAll(() => closeWelcome(stage.browser));
  beforeEach(async () => {
    tab = await freshStart(stage);
  });

  const account = (place: number): Account => {
    const one = stage.platform.accounts[place];
    if (!one) throw new Error('the platform has too few accounts');
    return one;
  };
  const homeTab = async () => {
    const other = await stage.browser.newTab(homeOf('facebook'));
    await other.waitUntil(() => document.querySelector('article') !== null);
    return other;
  };

  it('two tabs of one service: one verdict, and the toast in the one that is looked at', async () => {
    await signIn(tab, 'facebook', account(0));
    const behind = await homeTab();
    await tab.bringToFront();
    await throwOut(tab, stage.platform, 'facebook');
    await tab.waitForToast();
    expect(await behind.readToast()).toBeNull();
    await behind.bringToFront();
    await behind.reload();
    expect(await behind.waitForToast('unclear')).toMatchObject({ service: 'facebook' });
    expect(await readIncidents(stage.browser)).toHaveLength(1);
    await behind.close();
  });

  it('nobody looks at the service: a system notification and the badge, no toast', async () => {
    await signIn(tab, 'facebook', account(0));
    const other = await stage.browser.newTab('https://example.org/');
    await other.bringToFront();
    await throwOutUnseen(tab, stage.platform, 'facebook');
    const [id] = await eventually('a notification', async () => {
      const shown = await stage.browser.notifications();
      return shown.length > 0 && shown;
    });
    const [incident] = await readIncidents(stage.browser);
    expect(id).toBe(incident?.id);
    expect(incident?.notices.map(({ channel }) => channel)).toEqual(['notification']);
    expect(await stage.browser.badge()).not.toBe('');
    expect(await tab.readToast()).toBeNull();
    expect(await other.readToast()).toBeNull();
    await other.close();
  });

  it('another account in its place is a switch, and no incident', async () => {
    await signIn(tab, 'facebook', account(0));
    const { email, password } = account(1);
    await tab.evaluate(
      async (name, secret) => {
        const body = new URLSearchParams({ email: name, pass: secret });
        await fetch('/login/device-based/regular/login/', { method: 'POST', body });
      },
      email,
      password,
    );
    await eventually('the switch', async () =>
      JSON.stringify(await readLog(stage.browser)).includes('"change":"switched"'),
    );
    await tab.reload();
    await never('a toast', () => tab.readToast(), 2_500);
    expect(await readIncidents(stage.browser)).toEqual([]);
    expect(await readLog(stage.browser)).not.toContainEqual(expect.objectContaining({ change: 'ended' }));
  });

  it('moving about in a page of a signed-in person reports nothing', async () => {
    await signIn(tab, 'facebook', account(0));
    const before = await readLog(stage.browser);
    for (const path of ['/friends/', '/watch/', '/marketplace/', '/']) {
      await tab.click(`nav a[href="${path}"]`);
      await tab.waitUntil((there) => location.pathname === there, path);
    }
    // The sensor looks 400 ms after each of them, and once more after a second.
    await never(
      'a page in the log',
      async () => (await readLog(stage.browser)).length > before.length,
      2_000,
    );
    expect((await readRunState(stage.browser)).tabPages).toEqual({});
  });

  it('a tab that is older than the extension is watched too', async () => {
    await signIn(tab, 'facebook', account(0));
    // Kept as long as the extension runs, and not a moment longer.
    await stage.browser.inExtension(() => chrome.storage.session.set({ beforeReload: true }));
    const page = await stage.browser.openExtensionPage('options.html');
    // The page goes with its extension, and so does the answer.
    await page.evaluate(() => chrome.runtime.reload()).catch(() => null);
    await eventually('the extension to be back', () =>
      stage.browser
        .inExtension(async () => !('beforeReload' in (await chrome.storage.session.get())))
        .catch(() => false),
    );
    const popup = await openPopup(stage.browser);
    await popup.click('[data-service="facebook"] [data-report="was-signed-out"]');
    await eventually('the old tab to say what it shows', async () =>
      JSON.stringify(await readLog(stage.browser)).includes('"page":"home"'),
    );
  });

  it('“I was signed out” opens an incident where nothing was seen', async () => {
    const popup = await openPopup(stage.browser);
    await popup.click('[data-service="instagram"] [data-report="was-signed-out"]');
    const card = await waitForCard(popup, 'instagram', 'unclear');
    expect(card.alarm).toBe('watch');
    expect(await readIncidents(stage.browser)).toMatchObject([{ service: 'instagram', closedAt: null }]);
  });

  it('leaves no error in the extension’s console', async () => {
    expect(await ownErrors(stage.browser)).toEqual([]);
  });
});
