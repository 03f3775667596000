import { beforeAll, beforeEach, expect, it } from 'vitest';
import { readRecord } from '../../../lib/model/read-record.ts';
import { inBothBrowsers } from '../harness/both-browsers.ts';
import type { BrowserUnderTest, Tab } from '../harness/browser-under-test.ts';
import { eventually, never } from '../harness/eventually.ts';
import { choose } from './choose.ts';
import { closeWelcome, freshStart } from './fresh-start.ts';
import { ownErrors } from './own-errors.ts';
import { signIn } from './person.ts';
import { pressByWords } from './press-by-words.ts';
import { openPopup, readCards, readLog, waitForCard } from './popup-view.ts';
import { sessionSeen } from './session-seen.ts';
import { sharedPackage } from './shared-package.ts';
import { readIncidents } from './stored-incidents.ts';
import { throwOut } from './throw-out.ts';

const GRAVE = ['security-email-unrecognised', 'posts-or-messages-not-yours'];

/** The questions that were answered, as the log has them: the one on screen may change in the moment of the press. */
const answeredIn = async (browser: BrowserUnderTest): Promise<string[]> =>
  (await readLog(browser)).flatMap((seen) => {
    const { kind, question } = seen as { readonly kind: string; readonly question?: string };
    return kind === 'answer' && question !== undefined ? [question] : [];
  });

/** Which question comes first depends on what has been measured by then; yes to each until the verdict is another. */
const answerYesUntilClear = async (browser: BrowserUnderTest, popup: Tab) => {
  for (;;) {
    const asked = await answeredIn(browser);
    const said = await eventually('a new question or another verdict', async () =>
      (await readCards(popup)).find(
        ({ cause, question }) => cause !== 'unclear' || (question && !asked.includes(question)),
      ),
    );
    if (said.cause !== 'unclear' || said.question === null) return { said, asked };
    await popup.click('[data-answer="yes"]');
    await eventually('the answer', async () => (await answeredIn(browser)).length > asked.length);
  }
};

/** Toast, popup, history and options, used with mouse and keys. */
inBothBrowsers('what a person does', { extension: sharedPackage }, (stage) => {
  let tab: Tab;
  beforeAll(() => closeWelcome(stage.browser));
  beforeEach(async () => {
    tab = await freshStart(stage);
    await choose(stage.browser);
  });

  const thrownOut = async () => {
    const [account] = stage.platform.accounts;
    if (!account) throw new Error('the platform has no accounts');
    await signIn(tab, 'facebook', account);
    await sessionSeen(stage.browser, 'facebook');
    await throwOut(tab, stage.platform, 'facebook');
  };

  it('presses the toast’s button and reads the popup’s content in a tab', async () => {
    await thrownOut();
    await tab.pressToast('action');
    const popup = await stage.browser.waitForTab((url) => url.includes('/popup.html#incident='));
    await waitForCard(popup, 'facebook', 'unclear');
    expect(await tab.readToast()).toBeNull();
  });

  it('closes the toast, and it stays closed on the next page', async () => {
    await thrownOut();
    await tab.pressToast('close');
    let pressedAt = performance.now();
    await eventually('the toast to go', async () => {
      if ((await tab.readToast()) === null) return true;
      // A verdict that changes in this very moment moves the button from under the mouse: a person presses again.
      if (performance.now() - pressedAt < 2_000) return false;
      pressedAt = performance.now();
      await tab.pressToast('close');
      return false;
    });
    await eventually('the background to know', () =>
      stage.browser.inExtension(async () =>
        JSON.stringify(await chrome.storage.session.get('run')).includes('"closed":true'),
      ),
    );
    await tab.bringToFront();
    await tab.reload();
    await never('the toast', () => tab.readToast(), 1_500);
  });

  it('answers the question, which changes the verdict, and settles it', async () => {
    await thrownOut();
    const popup = await openPopup(stage.browser);
    await waitForCard(popup, 'facebook', 'unclear');
    const { said, asked } = await answerYesUntilClear(stage.browser, popup);
    // A yes to a mail or to posts that were not theirs is a sign of somebody else, any other one explains the end.
    const isGrave = asked.some((question) => GRAVE.includes(question));
    expect(said).toMatchObject({ service: 'facebook', alarm: isGrave ? 'act' : 'none' });
    expect(said.cause === 'account-compromise').toBe(isGrave);
    expect(asked).not.toContain(said.question);
    await pressByWords(popup, 'This is settled');
    await popup.waitUntil(() => document.querySelector('[data-testid="verdict"]') === null);
    expect(await readIncidents(stage.browser)).toMatchObject([{ closedBy: 'user' }]);
    await eventually('the badge to clear', async () => (await stage.browser.badge()) === '');
    await eventually('no notification', async () => (await stage.browser.notifications()).length === 0);
  });

  it('looks at the history, writes a note, takes the record along, and erases', async () => {
    await thrownOut();
    await tab.waitForToast();
    const history = await stage.browser.openExtensionPage('history.html');
    await history.click('[data-testid="incident"] a');
    await history.type('textarea', 'It came back by itself.');
    await pressByWords(history, 'All incidents');
    await history.waitUntil(() => document.body.textContent.includes('It came back by itself.'));
    expect(await readIncidents(stage.browser)).toMatchObject([{ note: 'It came back by itself.' }]);

    await history.click('[data-testid="incident"] a');
    await history.evaluate(() => {
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (file: Blob) => {
        void file.text().then((text) => (document.documentElement.dataset['saved'] = text));
        return make(file);
      };
    });
    await pressByWords(history, 'Export record (JSON)');
    await history.waitUntil(() => document.documentElement.dataset['saved'] !== undefined);
    const saved = await history.evaluate(() => document.documentElement.dataset['saved'] ?? '');
    const record = readRecord(JSON.parse(saved));
    expect(record.ok && record.record.observations.length).toBeGreaterThan(2);

    await history.click('.incident .button-danger');
    await history.click('[data-do="confirm"]');
    await history.waitUntil(() => document.querySelector('[data-testid="incident"], .incident') === null);
    expect(await readIncidents(stage.browser)).toEqual([]);
    expect(await readLog(stage.browser)).not.toContainEqual(expect.objectContaining({ change: 'ended' }));
  });

  it('chooses French and the dark theme', async () => {
    const options = await stage.browser.openExtensionPage('options.html');
    // A headless Chromium sometimes leaves a select's keys unanswered for seconds: the choice is made without them.
    const pick = async (name: string, value: string) => {
      await options.waitUntil((wanted) => document.querySelector(`select[name="${wanted}"]`) !== null, name);
      await options.evaluate(
        (wanted, chosen) => {
          const select = document.querySelector<HTMLSelectElement>(`select[name="${wanted}"]`);
          if (!select) return;
          select.value = chosen;
          select.dispatchEvent(new Event('input', { bubbles: true }));
          select.dispatchEvent(new Event('change', { bubbles: true }));
        },
        name,
        value,
      );
    };
    await pick('theme', 'dark');
    await options.waitUntil(() => document.documentElement.dataset['theme'] === 'dark');
    await pick('language', 'fr');
    await options.waitUntil(() => document.documentElement.lang.startsWith('fr'));
    await thrownOut();
    expect((await tab.waitForToast()).text).toContain('On ne sait pas encore');
    const popup = await openPopup(stage.browser);
    const card = await waitForCard(popup, 'facebook', 'unclear');
    expect(card.headline).toBe('On ne sait pas encore ce qui s’est passé sur Facebook.');
    expect(await popup.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  });

  it('wants no toasts, and gets a notification instead', async () => {
    const options = await stage.browser.openExtensionPage('options.html');
    await pressByWords(options, 'In the page, with a small message');
    await eventually('the choice to be kept', async () =>
      (await stage.browser.storedText()).includes('"toast":false'),
    );
    await thrownOut();
    await eventually('a notification', async () => (await stage.browser.notifications()).length > 0);
    expect(await tab.readToast()).toBeNull();
  });

  it('leaves no error in the extension’s console', async () => {
    expect(await ownErrors(stage.browser)).toEqual([]);
  });
});
