import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { askBackground } from '../../tests/browser/extension/ask-background.ts';
import { homeOf, sendSignIn, signIn } from '../../tests/browser/extension/person.ts';
import { openPopup, readCards, type Card } from '../../tests/browser/extension/popup-view.ts';
import { readHistory } from '../../tests/browser/extension/history-view.ts';
import type { BrowserUnderTest, Tab } from '../../tests/browser/harness/browser-under-test.ts';
import { eventually } from '../../tests/browser/harness/eventually.ts';
import { routineComesRound } from '../../tests/browser/shared-feed/routine-comes-round.ts';
import type { Platform } from '../../tests/platform/start-platform.ts';
import { question, answer } from '../../lib/model/question.ts';
import { z } from '../../lib/model/zod.ts';
import { inWords, isExpected } from './expectation.ts';
import { sayCard, sayDetail, sayLine } from './print.ts';
import type { Scene, ToldFeed } from './story.ts';

/** While an incident is open the feed is asked once a minute; what it says is known a little later. */
const PATIENCE_MS = 100_000;
const SIZES = {
  popup: { width: 384, height: 600 },
  'whole-popup': { width: 384, height: 2600 },
  history: { width: 1100, height: 800 },
} as const;
/** The toast has faded in, also on a busy machine. */
const FADED_IN_MS = 1_000;

/** Lets the popup be as tall as what it holds. */
const liftHeight = (): void => {
  for (const element of document.querySelectorAll<HTMLElement>('body *'))
    if (getComputedStyle(element).maxHeight !== 'none') element.style.maxBlockSize = 'none';
};

/** Builds what a story plays on. Pictures go into `folder`. */
export const stageScene = (
  browser: BrowserUnderTest,
  platform: Platform,
  tab: Tab,
  feed: ToldFeed,
  folder: string,
): Scene => {
  const [account] = platform.accounts;
  if (!account) throw new Error('the platform has no accounts');

  const inPopup = async <Result>(use: (popup: Tab) => Promise<Result>): Promise<Result> => {
    const popup = await openPopup(browser);
    try {
      return await use(popup);
    } finally {
      await popup.close();
      await tab.bringToFront();
    }
  };

  const scene: Scene = {
    platform,
    feed,
    browser,
    tab,
    say: sayLine,
    signIn: (site) => signIn(tab, site, account),
    async tryToSignIn(site) {
      await sendSignIn(tab, site, account);
      await tab.waitUntil(() => document.readyState === 'complete');
    },
    async throwOut(site) {
      platform.control.endSessions(site, 'deletion-redirect');
      await tab.goto(homeOf(site));
    },
    async visit(site) {
      await tab.goto(homeOf(site));
    },
    async minutesPass() {
      await inPopup(routineComesRound);
      sayDetail('some minutes later the extension looks at the feed again by itself');
    },
    officially: (status, text) => platform.control.setOfficial('facebook-login', status, text, feed.now()),
    answer: (service, asked, given) =>
      askBackground(browser, {
        type: 'answer',
        service,
        question: z.parse(question, asked),
        answer: z.parse(answer, given),
      }),

    async expectToast(expected) {
      const toast = await eventually(
        `a toast: ${inWords(expected)}`,
        async () => {
          const seen = await tab.readToast();
          return seen && isExpected(expected, seen) ? seen : null;
        },
        PATIENCE_MS,
      );
      sayDetail(`toast: ${toast.text}`);
    },

    async expectVerdict(expected) {
      const card = await inPopup(async (popup) => {
        let last: readonly Card[] = [];
        return eventually(
          inWords(expected),
          async () => {
            last = await readCards(popup);
            return last.find((seen) => isExpected(expected, seen));
          },
          PATIENCE_MS,
        ).catch((error: unknown) => {
          last.forEach(sayCard);
          throw error;
        });
      });
      sayCard(card);
    },

    async expectRecovery(service) {
      const toast = await eventually(
        `the word that ${service} works again`,
        async () => {
          const seen = await tab.readToast();
          return seen?.service === service && seen.cause === 'null' ? seen : null;
        },
        PATIENCE_MS,
      );
      sayDetail(`toast: ${toast.text}`);
    },

    async expectOver(service) {
      const gone = async () => {
        const cards = await inPopup(readCards);
        return !cards.some((card) => card.service === service) && (await browser.badge()) === '';
      };
      await eventually(`${service} to be over`, gone, PATIENCE_MS);
      sayDetail(`${service}: over; the badge is clear`);
    },

    async expectHistory(service, causes) {
      const history = await browser.openExtensionPage('history.html');
      const row = await eventually(`${service} in the history`, async () =>
        (await readHistory(history)).find((seen) => seen.service === service && causes.includes(seen.cause)),
      );
      await history.close();
      await tab.bringToFront();
      sayDetail(`history: ${row.text}`);
    },

    async picture(name, of) {
      const path = join(folder, `${name}.png`);
      await mkdir(folder, { recursive: true });
      if (of === 'tab') {
        await tab.bringToFront();
        // The toast fades in inside a closed root, where no script of the page sees its animation.
        await tab.waitUntil((ms) => new Promise((resolve) => setTimeout(resolve, ms, true)), FADED_IN_MS);
        await tab.screenshot(path);
      } else {
        const size = SIZES[of];
        const page = await browser.openExtensionPage(of === 'history' ? 'history.html' : 'popup.html');
        await page.setSize(size.width, size.height);
        // The page is there before what it reads is.
        if (of === 'history')
          await page.waitUntil(() => document.querySelector('[data-testid="incident"]') !== null);
        await page.waitUntil(() => document.querySelector('main, [data-testid]') !== null);
        if (of === 'whole-popup') await page.evaluate(liftHeight);
        await page.screenshot(path);
        await page.close();
        await tab.bringToFront();
      }
      sayDetail(`picture: ${path}`);
    },
  };
  return scene;
};
