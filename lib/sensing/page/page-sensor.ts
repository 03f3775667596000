import type { FromContent } from '../../messaging/from-content.ts';
import type { PageKind } from '../../model/page-kind.ts';
import type { FailedRequests } from './failed-requests.ts';

/** What the sensor needs of the page and the browser. */
export interface SensorParts {
  look(): PageKind | null;
  /** Failed requests since the last time it was asked. */
  failures(): FailedRequests | null;
  send(message: FromContent): void;
  alive(): boolean;
  onNavigation(settled: () => void): () => void;
  onAsked(asked: () => void): () => void;
  onSignIn(sent: () => void): () => void;
  awaitOutcome(outcome: (page: PageKind) => void): () => void;
}

/** On these nothing is reported unasked: they are what a person sees when all is well, or a visitor. */
const QUIET: readonly (PageKind | null)[] = [null, 'home', 'public'];
/** What may still turn out to be something else while the page's scripts draw it. */
const UNSETTLED: readonly (PageKind | null)[] = [null, 'login', 'checkpoint', 'two-factor'];
const LOOK_AGAIN_MS = [1_000, 3_000, 8_000];

/**
 * Watches one page: looks at it after it was loaded and after each navigation, a few times more while it may still
 * change, and tells what is out of the ordinary. On a page of a person who is signed in it does nothing but that one
 * look. Returns the way to stop.
 */
export const startPageSensor = (parts: SensorParts): (() => void) => {
  let told: PageKind | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let stopSignIn: (() => void) | null = null;
  let stopOutcome: (() => void) | null = null;

  const tell = (page: PageKind | null): void => {
    told = page;
    parts.send({ type: 'page', page });
  };

  const onSent = (): void => {
    parts.send({ type: 'sign-in-sent' });
    stopOutcome?.();
    stopOutcome = parts.awaitOutcome((page) => {
      stopOutcome = null;
      tell(page);
    });
  };

  const listenForSignIn = (wanted: boolean): void => {
    if (wanted) stopSignIn ??= parts.onSignIn(onSent);
    else {
      stopSignIn?.();
      stopSignIn = null;
    }
  };

  const check = (asked: boolean, round: number): void => {
    clearTimeout(again);
    if (!parts.alive()) return stop();
    const page = parts.look();
    const failures = parts.failures();
    if (failures && (failures.serverErrors + failures.rateLimited > 0 || page !== 'home'))
      parts.send(failures);
    if (asked || (!QUIET.includes(page) && page !== told)) tell(page);
    else if (QUIET.includes(page)) told = null;
    listenForSignIn(page !== 'home');
    const wait = LOOK_AGAIN_MS[round];
    if (UNSETTLED.includes(page) && wait !== undefined)
      again = setTimeout(() => check(false, round + 1), wait);
  };

  const stops = [
    parts.onNavigation(() => {
      told = null;
      check(false, 0);
    }),
    parts.onAsked(() => check(true, LOOK_AGAIN_MS.length)),
  ];
  const stop = (): void => {
    clearTimeout(again);
    listenForSignIn(false);
    stopOutcome?.();
    for (const end of stops) end();
  };
  check(false, 0);
  return stop;
};
