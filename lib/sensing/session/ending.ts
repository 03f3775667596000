import type { SessionEnding } from '../../model/observation.ts';
import { serviceId } from '../../model/service-id.ts';
import { z, type Infer } from '../../model/zod.ts';

/** Causes of `cookies.onChanged`, and `missing` for a session that was found gone without any event. */
export const REMOVAL_CAUSES = [
  'evicted',
  'expired',
  'explicit',
  'expired_overwrite',
  'overwrite',
  'missing',
] as const;

/** A session cookie is gone; it counts as an end only after a while or on a second sign. Times in ms since 1970. */
export const pendingEnding = z.strictObject({
  store: z.string(),
  service: serviceId,
  cause: z.enum(REMOVAL_CAUSES),
  at: z.number(),
  /** The tab that showed a second sign; only the word of the answer that took the cookie is still waited for. */
  secondSign: z.optional(z.int()),
});
export type PendingEnding = Infer<typeof pendingEnding>;

/** A server may blank a session cookie for a moment and set it again; only after this long is it an end. */
export const SETTLE_MS = 2_000;
/** Session cookies that vanish this close together were cleared together. */
export const TOGETHER_MS = 2_000;
/** A sign-out request this shortly before explains the end. */
export const LOGOUT_EXPLAINS_MS = 10_000;
/** Firefox: a `Set-Cookie` that deletes belongs to a removal this close to it. */
const HEADER_BELONGS_MS = 3_000;
/**
 * Firefox tells of cookies and of requests by two ways, and on a busy machine the request's is the slower (seen
 * 2026-11-24: a sign-out 0.14 s after the end that it made). A second sign waits so long for the answer.
 */
export const ANSWER_WAIT_MS = 600;

export interface EndingContext {
  /** When the person last sent a sign-out request of this service, or null. */
  readonly loggedOutAt: number | null;
  /** When a response was last seen to delete this service's session cookie (Firefox only), or null. */
  readonly deletedByServerAt: number | null;
  /** The device cookies were there before and are gone too, or were given out anew. */
  readonly deviceForgotten: boolean;
  /** The session cookie's own last day, or null for one that ends with the browser or was never seen. */
  readonly endsAt: number | null;
  /** The browser has just started: what is missing went while it was closed, or as it closed. */
  readonly browserStarted: boolean;
  /** Whether `explicit` proves a local removal. In Firefox it doesn't: a server's deletion says the same. */
  readonly explicitMeansLocal: boolean;
}

const within = (moment: number | null, at: number, reach: number): boolean =>
  moment !== null && Math.abs(at - moment) <= reach;

/**
 * Who ended the session. Causes as seen in Chromium 156 and Firefox 153 (docs/browsers.md): Chromium says
 * `expired_overwrite` when the server deletes; Firefox says `explicit` for that and for a local removal alike.
 */
export const attributeEnding = (pending: PendingEnding, context: EndingContext): SessionEnding => {
  if (
    context.loggedOutAt !== null &&
    pending.at - context.loggedOutAt <= LOGOUT_EXPLAINS_MS &&
    context.loggedOutAt <= pending.at + SETTLE_MS
  )
    return 'user';
  if (pending.cause === 'expired_overwrite') return 'server';
  if (within(context.deletedByServerAt, pending.at, HEADER_BELONGS_MS)) return 'server';
  if (pending.cause === 'expired') return 'expiry';
  if (pending.cause === 'evicted') return 'eviction';
  if (context.endsAt !== null && context.endsAt <= pending.at) return 'expiry';
  if (context.browserStarted) return context.endsAt === null ? 'expiry' : 'unknown';
  if (pending.cause === 'explicit' && context.explicitMeansLocal) return 'browser';
  // A server leaves the device cookies: where they went too, it was a local wipe, which Firefox tells by no event.
  if (context.deviceForgotten) return 'browser';
  // Firefox: the session alone was taken. Cleaners take all of a site; the answer of a page's own request is not seen.
  return pending.cause === 'explicit' ? 'server' : 'unknown';
};

/**
 * Whether it is still to be learned how the cookie went: the sign-out request comes by the same way as the answer that
 * deletes, and before it, so that with the answer both are known.
 */
export const awaitsAnswer = (
  pending: PendingEnding,
  context: Pick<EndingContext, 'deletedByServerAt' | 'explicitMeansLocal'>,
): boolean =>
  pending.cause === 'explicit' &&
  !context.explicitMeansLocal &&
  !within(context.deletedByServerAt, pending.at, HEADER_BELONGS_MS);

/** Whether a pending ending counts at `at` (ms): after a while, or sooner with a second sign and the answer. */
export const isSettled = (
  pending: PendingEnding,
  at: number,
  context: Pick<EndingContext, 'deletedByServerAt' | 'explicitMeansLocal'>,
): boolean => {
  const age = at - pending.at;
  if (age >= SETTLE_MS) return true;
  return pending.secondSign !== undefined && (age >= ANSWER_WAIT_MS || !awaitsAnswer(pending, context));
};

/** The pending endings with one more; a second sign of the same end keeps the earlier time and the surer cause. */
export const withPending = (
  pendings: readonly PendingEnding[],
  added: PendingEnding,
): readonly PendingEnding[] => {
  const earlier = pendings.find(({ store, service }) => store === added.store && service === added.service);
  if (!earlier) return [...pendings, added];
  const surer = added.cause === 'expired_overwrite' || earlier.cause === 'missing' ? added : earlier;
  const secondSign = added.secondSign ?? earlier.secondSign;
  const merged = { ...surer, ...(secondSign === undefined ? {} : { secondSign }), at: earlier.at };
  return pendings.map((pending) => (pending === earlier ? merged : pending));
};
