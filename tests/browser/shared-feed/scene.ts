import { signIn } from '../extension/person.ts';
import { openPopup, readCards, waitForCard, type Card } from '../extension/popup-view.ts';
import { sessionSeen } from '../extension/session-seen.ts';
import { throwOut } from '../extension/throw-out.ts';
import type { Tab } from '../harness/browser-under-test.ts';
import { eventually } from '../harness/eventually.ts';
import type { Toast } from '../harness/toast.ts';
import { feedSeenIn, logIn, type FeedSeen } from './feed-seen.ts';
import { routineComesRound } from './routine-comes-round.ts';
import type { FeedStage } from './with-real-feed.ts';

/** One story's view of the browser: the person's tab in front, and the popup, which is read and never touched. */
export interface Scene extends FeedStage {
  readonly tab: Tab;
  signIn(): Promise<void>;
  /** Facebook ends the session; resolves when the person was told. */
  throwOut(): Promise<Toast>;
  /** The popup in a tab behind, opened when it is first looked at. */
  popup(): Promise<Tab>;
  /** Waits until the popup names this cause of Facebook's incident. */
  card(cause: string): Promise<Card>;
  /** Facebook's card as it stands. */
  cardNow(): Promise<Card | undefined>;
  badge(): Promise<string>;
  log(): Promise<unknown[]>;
  /** What was logged of the feed about Facebook, oldest first. */
  feedSeen(): Promise<FeedSeen[]>;
  /** What the browser logs of the feed when it next looks by itself. */
  nextReading(): Promise<FeedSeen>;
  /** The feed line of the popup. */
  feedLine(): Promise<{ readonly state: string; readonly words: string }>;
  /** The place in the sequence that the browser holds; null for none. */
  sequenceHeld(): Promise<number | null>;
}

export const sceneOf = ({ name, browser, platform, home }: FeedStage, tab: Tab): Scene => {
  let opened: Promise<Tab> | null = null;
  const open = async (): Promise<Tab> => {
    const popup = await openPopup(browser);
    await tab.bringToFront();
    return popup;
  };
  const popup = (): Promise<Tab> => (opened ??= open());
  const feedSeen = async (): Promise<FeedSeen[]> => feedSeenIn(await popup());
  const log = async (): Promise<unknown[]> => logIn(await popup());
  return {
    name,
    browser,
    platform,
    home,
    tab,
    async signIn() {
      const [account] = platform.accounts;
      if (!account) throw new Error('the platform has no accounts');
      await signIn(tab, 'facebook', account);
      await sessionSeen(browser, 'facebook');
    },
    async throwOut() {
      await throwOut(tab, platform, 'facebook');
      return tab.waitForToast();
    },
    popup,
    card: async (cause) =>
      waitForCard(await popup(), 'facebook', cause).catch(async (error: unknown) => {
        throw new Error(`${String(error)}; the log: ${JSON.stringify(await log())}`);
      }),
    cardNow: async () => (await readCards(await popup())).find(({ service }) => service === 'facebook'),
    badge: async () => (await popup()).evaluate(() => chrome.action.getBadgeText({})),
    log,
    feedSeen,
    async nextReading() {
      const before = (await feedSeen()).length;
      await routineComesRound(await popup());
      return eventually('the next reading of the feed', async () => {
        const seen = await feedSeen();
        return seen.length > before && seen.at(-1);
      });
    },
    feedLine: async () =>
      (await popup()).evaluate(() => {
        const line = document.querySelector<HTMLElement>('[data-testid="feed"]');
        return { state: line?.dataset['state'] ?? '', words: line?.textContent ?? '' };
      }),
    sequenceHeld: async () =>
      (await popup()).evaluate(async () => {
        const { feed } = await chrome.storage.local.get<{ feed?: { last: { sequence: number } | null } }>(
          'feed',
        );
        return feed?.last?.sequence ?? null;
      }),
  };
};
