import { beforeAll, beforeEach, expect, it } from 'vitest';
import { bucketOf } from '../../../lib/model/report.ts';
import { inBothBrowsers } from '../harness/both-browsers.ts';
import type { Tab } from '../harness/browser-under-test.ts';
import { eventually, never } from '../harness/eventually.ts';
import { choose } from './choose.ts';
import { closeWelcome, freshStart } from './fresh-start.ts';
import { readOutbox, reportsAreDueIn } from './outbox-time.ts';
import { ownErrors } from './own-errors.ts';
import { signIn, type Site } from './person.ts';
import { sharedPackage } from './shared-package.ts';
import { throwOut } from './throw-out.ts';

const SECOND = 1000;
/** The longest wait that a feed may ask for, in seconds: so that nothing is due while a busy machine takes its time. */
const LONGEST = 600;

/** Anonymous reports: nothing before they are chosen, then one after its wait, nothing once they are switched off. */
inBothBrowsers(
  'anonymous reports',
  // Firefox ignores a press that comes too soon after its dialog.
  { extension: sharedPackage, firefoxPrefs: { 'security.notification_enable_delay': 0 } },
  (stage) => {
    let tab: Tab;
    beforeAll(() => closeWelcome(stage.browser));
    beforeEach(async () => {
      tab = await freshStart(stage);
      await choose(stage.browser);
      await stage.browser.takeDataPermissionBack();
      const { feed } = stage.platform;
      feed.reporting = { rate: 1, presenceRate: 0, maxDelaySeconds: LONGEST };
      feed.reports.length = 0;
    });

    const thrownOut = async (site: Site = 'facebook') => {
      const [account] = stage.platform.accounts;
      if (!account) throw new Error('the platform has no accounts');
      // A toast is shown where somebody looks: the page of the extension was in front.
      await tab.bringToFront();
      await signIn(tab, site, account);
      await throwOut(tab, stage.platform, site);
      await tab.waitForToast();
    };
    const stateOn = (page: Tab, state: string) =>
      page.waitUntil((wanted) => document.querySelector(`[data-reports="${wanted}"]`) !== null, state);
    const openPage = async (name: 'options' | 'welcome') => {
      const page = await stage.browser.openExtensionPage(`${name}.html`);
      await page.waitUntil(() => document.querySelector('[name="reports"]') !== null);
      // With the feed read, its longest wait holds for what is put in from now on.
      await eventually('the feed to be read', async () =>
        (await stage.browser.storedText()).includes('"keysVersion"'),
      );
      return page;
    };
    const switchOn = async (page: Tab) => {
      await page.click('[name="reports"]');
      await stage.browser.answerDataDialog(true);
      await stateOn(page, 'on');
    };
    const waitsFor = (kind: string) =>
      eventually(`a report of ${kind} in the outbox`, async () =>
        (await readOutbox(stage.browser)).waiting.find(({ report }) => report.kind === kind),
      );

    it('nothing is made and nothing leaves before it was chosen', async () => {
      const welcome = await openPage('welcome');
      await stateOn(welcome, 'off');
      await thrownOut();
      expect(await readOutbox(stage.browser)).toEqual({ waiting: [], lately: [] });
      await reportsAreDueIn(stage.browser, 0);
      await never('a report', () => Promise.resolve(stage.platform.feed.reports.length > 0), 500);
      expect(stage.platform.requests.fromExtensions().filter(({ path }) => path === '/v1/reports')).toEqual(
        [],
      );
    });

    it('chosen on the welcome page, a forced logout is reported after its wait, as the page showed it', async () => {
      const welcome = await openPage('welcome');
      const shown = await welcome.evaluate(
        () => document.querySelector('[data-testid="report"]')?.textContent ?? '',
      );
      await switchOn(welcome);
      await thrownOut();
      const { report, at, sendAt } = await waitsFor('forced-logout');
      expect(sendAt - at).toBeGreaterThanOrEqual(20 * SECOND);
      expect(sendAt - at).toBeLessThanOrEqual(LONGEST * SECOND);
      expect(Math.abs(report.bucket - bucketOf(at))).toBeLessThanOrEqual(1);
      await reportsAreDueIn(stage.browser, 60);
      await never('a report', () => Promise.resolve(stage.platform.feed.reports.length > 0), 500);
      await reportsAreDueIn(stage.browser, 0);
      const { reports, reportLanguages } = stage.platform.feed;
      await eventually('the report', () => reports.length > 0);
      expect(reports).toEqual([shown.replace(/"bucket":\d+/, `"bucket":${report.bucket}`)]);
      expect(reportLanguages.at(-1)).toBe('*');
      await welcome.waitUntil(() =>
        document.querySelector('[data-reports]')?.textContent.includes('1 was sent in the last 24 hours'),
      );
    });

    it('switched off in the options, all that waits is withdrawn at once', async () => {
      const options = await openPage('options');
      await switchOn(options);
      await thrownOut();
      await waitsFor('forced-logout');
      await options.bringToFront();
      await options.click('[name="reports"]');
      await stateOn(options, 'off');
      expect((await readOutbox(stage.browser)).waiting).toEqual([]);
      await reportsAreDueIn(stage.browser, 0);
      await never('a report', () => Promise.resolve(stage.platform.feed.reports.length > 0), 500);
    });

    it('without a shared status there is nobody to report to, and what waits is withdrawn', async () => {
      const options = await openPage('options');
      await switchOn(options);
      await thrownOut();
      await waitsFor('forced-logout');
      await options.bringToFront();
      await options.click('[name="feed"][value="none"]');
      await stateOn(options, 'no-feed');
      expect((await readOutbox(stage.browser)).waiting).toEqual([]);
      // And they do not come back with the next shared status.
      await options.click('[name="feed"][value="package"]');
      await stateOn(options, 'off');
    });

    it('the browser’s own word holds: refused they stay off, taken back they end and what waits is withdrawn', async () => {
      const options = await openPage('options');
      if (stage.name === 'firefox') {
        await options.click('[name="reports"]');
        await stage.browser.answerDataDialog(false);
        await stateOn(options, 'refused');
      }
      await switchOn(options);
      await thrownOut();
      await waitsFor('forced-logout');
      await stage.browser.takeDataPermissionBack();
      if (stage.name === 'firefox') {
        await stateOn(options, 'off');
        expect((await readOutbox(stage.browser)).waiting).toEqual([]);
        await options.bringToFront();
        await switchOn(options);
      }
      // Chromium has no such permission: there the choice on the page is all that counts.
      await stateOn(options, 'on');
    });

    it('leaves no error in the extension’s console', async () => {
      expect(await ownErrors(stage.browser)).toEqual([]);
    });
  },
);
