import type { PageKind } from '../../model/page-kind.ts';

const LOOK_EVERY_MS = 250;
const GIVE_UP_MS = 60_000;

/** While the page is still one of these, nothing has come of the sign-in yet. */
const PENDING: readonly (PageKind | null)[] = [null, 'login', 'public'];

/**
 * Watches a page after a sign-in was sent, until it shows what came of it, or for a minute. Looks at most once in
 * 250 ms however busy the page is. What the page said already before the sending is no answer to it: it must have
 * gone in between. Calls back at most once; returns the way to stop.
 */
export const awaitOutcome = (
  root: Node,
  look: () => PageKind | null,
  onOutcome: (page: PageKind) => void,
): (() => void) => {
  let stale = look();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(end);
  };
  const lookNow = (): void => {
    timer = undefined;
    const page = look();
    if (page !== stale) stale = null;
    if (page === null || PENDING.includes(page) || page === stale) return;
    stop();
    onOutcome(page);
  };
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(lookNow, LOOK_EVERY_MS);
  });
  const end = setTimeout(stop, GIVE_UP_MS);
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  return stop;
};
