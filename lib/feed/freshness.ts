import type { FeedPayload } from '../model/feed.ts';
import { toMillis } from '../model/timestamp.ts';

/** A feed may have been issued so far in our future: clocks differ. In milliseconds. */
export const CLOCK_TOLERANCE = 5 * 60_000;
/** The longest that a feed may call itself good for, in milliseconds. */
export const LONGEST_VALIDITY = 15 * 60_000;

type Times = Pick<FeedPayload, 'issuedAt' | 'expiresAt'>;

/** Seconds since the feed was issued, never below 0. `now` is in milliseconds since 1970. */
export const ageOf = (times: Times, now: number): number =>
  Math.max(0, (now - toMillis(times.issuedAt)) / 1000);

/** Seconds that the feed still holds; 0 from its expiry on. `now` is in milliseconds since 1970. */
export const secondsLeft = (times: Times, now: number): number =>
  Math.max(0, (toMillis(times.expiresAt) - now) / 1000);

/** What is wrong with a feed's times at `now` (milliseconds since 1970); null when they hold. */
export const timeFault = (
  times: Times,
  now: number,
): 'issued-in-future' | 'expired' | 'valid-too-long' | null => {
  const issued = toMillis(times.issuedAt);
  const expires = toMillis(times.expiresAt);
  if (issued > now + CLOCK_TOLERANCE) return 'issued-in-future';
  if (expires <= now) return 'expired';
  return expires > issued + LONGEST_VALIDITY ? 'valid-too-long' : null;
};
