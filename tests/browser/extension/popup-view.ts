import type { BrowserUnderTest, Tab } from '../harness/browser-under-test.ts';
import { eventually } from '../harness/eventually.ts';
import { storedLog } from './stored-log.ts';

export interface CardReason {
  readonly evidence: string;
  readonly towards: string;
  readonly words: string;
}

/** What a verdict card says. */
export interface Card {
  readonly service: string;
  readonly cause: string;
  readonly certainty: string;
  readonly alarm: string;
  readonly headline: string;
  readonly reasons: readonly CardReason[];
  readonly question: string | null;
  readonly text: string;
}

/** Reads all verdict cards of an open popup or incident page. */
export const readCards = (page: Tab): Promise<Card[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-testid="verdict"]')].map((card) => ({
      service: card.dataset['service'] ?? '',
      cause: card.dataset['cause'] ?? '',
      certainty: card.dataset['certainty'] ?? '',
      alarm: card.dataset['alarm'] ?? '',
      headline: card.querySelector('h1, h2')?.textContent.trim() ?? '',
      reasons: [...card.querySelectorAll<HTMLElement>('[data-testid="reason"]')].map((reason) => ({
        evidence: reason.dataset['evidence'] ?? '',
        towards: reason.dataset['towards'] ?? '',
        words: (reason.firstElementChild?.firstChild ?? reason).textContent?.trim() ?? '',
      })),
      question: card.querySelector<HTMLElement>('[data-testid="question"]')?.dataset['question'] ?? null,
      text: card.textContent,
    })),
  );

/** The log as the extension keeps it, oldest first: for the words of a failed test. */
export const readLog = (browser: BrowserUnderTest): Promise<unknown[]> => browser.inExtension(storedLog);

/** Waits until the popup shows a card of the service with this cause, and gives it. */
export const waitForCard = (popup: Tab, service: string, cause: string): Promise<Card> => {
  let last: readonly Card[] = [];
  return eventually(`a card of ${service} with ${cause}`, async () => {
    last = await readCards(popup);
    return last.find((card) => card.service === service && card.cause === cause);
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}; the popup shows ${JSON.stringify(last)}`);
  });
};

export const openPopup = (browser: BrowserUnderTest): Promise<Tab> => browser.openExtensionPage('popup.html');
