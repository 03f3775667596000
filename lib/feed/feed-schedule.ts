import type { FeedPayload } from '../model/feed.ts';
import { z, type Infer } from '../model/zod.ts';

const moment = z.number();

/** When the feed was asked and may be asked next. All times are milliseconds since 1970. */
export const feedSchedule = z.strictObject({
  askedAt: z.nullable(moment),
  /** When it was last asked because something happened. */
  eventAt: z.nullable(moment),
  /** Failed attempts in a row. */
  failures: z.int().check(z.gte(0)),
  routineAt: moment,
  /** What the server asked for with `Retry-After`; holds for events too. */
  notBefore: moment,
});
export type FeedSchedule = Infer<typeof feedSchedule>;

/** `event`: something happened to the person; `routine`: a watched tab or an incident is open. */
export type WhyAsk = 'event' | 'routine';

export const UNASKED: FeedSchedule = {
  askedAt: null,
  eventAt: null,
  failures: 0,
  routineAt: 0,
  notBefore: 0,
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** However much is going on, a client asks no more often for events, nor for a routine. */
export const SHORTEST_GAP = MINUTE;
const LONGEST_FAILURE_WAIT = HOUR;
const LONGEST_FEED_WAIT = HOUR;
const LONGEST_RETRY_AFTER = 24 * HOUR;

/**
 * The earliest time at which the feed may be asked, in milliseconds since 1970: for an event a minute after the last
 * event, else when the routine comes round; never before what the server asked for. A routine look shortly before
 * does not keep an event from asking: what happens to somebody is newer than it. A last attempt that lies in the
 * future was made by a clock that has been set back since, and counts for nothing.
 */
export const mayAskAt = (schedule: FeedSchedule, why: WhyAsk, now: number): number => {
  const { askedAt, eventAt, routineAt, notBefore } = schedule;
  if (askedAt === null || askedAt > now) return now;
  if (why === 'routine') return Math.max(askedAt + SHORTEST_GAP, routineAt, notBefore);
  return eventAt === null || eventAt > now
    ? Math.max(now, notBefore)
    : Math.max(eventAt + SHORTEST_GAP, notBefore);
};

/** The wait after the nth failure in a row, in milliseconds; `random` is in [0, 1). */
export const failureWait = (failures: number, random: number): number =>
  Math.min(2 ** (failures - 1) * MINUTE * (1 + random), LONGEST_FAILURE_WAIT);

/** The schedule while an attempt is under way, so that one that is cut short still counts. */
export const whenAsked = (schedule: FeedSchedule, why: WhyAsk, now: number): FeedSchedule => ({
  ...schedule,
  askedAt: now,
  eventAt: why === 'event' ? now : schedule.eventAt,
});

/** The schedule after a feed was accepted that says how long to wait; `random` is in [0, 1). */
export const afterSuccess = (
  schedule: FeedSchedule,
  next: FeedPayload['next'],
  now: number,
  random: number,
): FeedSchedule => {
  const wait = next.minWaitSeconds * 1000 + next.jitterSeconds * 1000 * random;
  const routineAt = now + Math.min(wait, LONGEST_FEED_WAIT);
  return { ...schedule, askedAt: now, failures: 0, routineAt, notBefore: 0 };
};

/** The schedule after an attempt that brought no feed. `retryAfter` is in seconds, 0 when the server named none. */
export const afterFailure = (
  schedule: FeedSchedule,
  retryAfter: number,
  now: number,
  random: number,
): FeedSchedule => {
  const failures = schedule.failures + 1;
  return {
    ...schedule,
    askedAt: now,
    failures,
    routineAt: now + failureWait(failures, random),
    notBefore: now + Math.min(retryAfter * 1000, LONGEST_RETRY_AFTER),
  };
};

/** Seconds that a `Retry-After` header asks for (RFC 9110 §10.2.3: seconds or a date); null when it says nothing. */
export const parseRetryAfter = (header: string | null, now: number): number | null => {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const date = /GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
};
