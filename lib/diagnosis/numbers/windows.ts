const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Re-checks after each observation, in ms: soon while things move, then seldom. The same list everywhere. */
export const RECHECKS: readonly number[] = [10 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR];

/** Two service errors within this time, and no success between, are "in a row". */
export const IN_A_ROW = 2 * MINUTE;

/** A failed navigation or probe and bad connectivity within this time belong together. */
export const FAILED_TOGETHER = 2 * MINUTE;

/** A failure this long before the session was lost, or a password refused, is no part of that. */
export const FAILURE_FADES = 30 * MINUTE;

/** A verified outage explains the passwords that were refused this long before it was known (or since it began). */
export const OUTAGE_EXCUSES = 30 * MINUTE;

/** A verified feed that calls the service healthy speaks of passwords that were refused this long before it was read. */
export const HEALTH_SPEAKS_BACK = 30 * MINUTE;

/** What was seen this long before an incident opened still belongs to it (a refused password, a first error). */
export const BEFORE_OPENING = 15 * MINUTE;

/** After signing in again works, the incident stays open this long, since in outages people are thrown out again at once. */
export const SETTLING = MINUTE;

/** Who is refused after the feed said that the trouble is over, and is not in after this long, has another trouble. */
export const STILL_OUT = 5 * MINUTE;

/** Without news for this long an incident closes by itself. */
export const QUIET = DAY;

/** A verified feed without `ttl` holds this long from its issue (the feed's default life). */
export const FEED_LIFE = 600 * SECOND;
/** Steps in which a feed loses its worth by age: a twentieth is less than anything that it is made of is known to. */
export const FEED_STEPS = 20;

/** An official word read directly counts this long after it was read … */
export const OFFICIAL_READ = 30 * MINUTE;
/** … and only if the issue itself is no older: status pages keep forgotten incidents (X's did). */
export const OFFICIAL_ISSUE = DAY;

/** "Network known good": a verified feed or another service's answer this fresh (at the moment, or when the failure was seen). */
export const FEED_SHOWS_NETWORK = 10 * MINUTE;
export const ANSWER_SHOWS_NETWORK = 2 * MINUTE;

/** Linked sessions that end within this time of each other ended together. */
export const ENDED_TOGETHER = 5 * MINUTE;

/** Sessions that the service ended twice within this time are repeated logouts. */
export const SIGNED_OUT_AGAIN = DAY;

/** The times of so many refusals are kept. */
export const REFUSALS_KEPT = 20;

/**
 * A verified outage excuses nothing from longer before, whenever it says that it began: the known outages in which right
 * passwords were refused (2024-03-05, 2026-06-12) lasted two to three hours.
 */
export const OUTAGE_EXCUSES_AT_MOST = 4 * HOUR;

/** A refused sign-in and the "wrong password" page within this time are one event. */
export const SAME_REFUSAL = 30 * SECOND;
/** A page may be told this long after the sign-in that followed it. */
export const LATE_PAGE = 5 * SECOND;
/** The same refusal reported by two sensors: nobody is refused, types again and is refused again within this time … */
export const DOUBLED = 2 * SECOND;
/** … nor within this time before the page that says so is there. */
export const DOUBLED_BEFORE_THE_PAGE = 5 * SECOND;

/** A page that tells of a change, seen again within this time after "that was me", tells of the same change. */
export const SAME_CHANGE = 10 * MINUTE;

/** Shorter sessions are no rhythm: being thrown out again at once is trouble. */
export const RHYTHM_FROM = HOUR;
/** Ages of sessions count as the same when they differ by less than this share. */
export const RHYTHM_TOLERANCE = 0.05;
/** So many earlier sessions must have ended at the same age. */
export const RHYTHM_BEATS = 2;
/** So many ages are remembered. */
export const RHYTHM_MEMORY = 12;

/** How much of the past `assess` needs before the oldest open incident: its rhythm and history. */
export const RETAIN_LOG = 30 * DAY;

/** A session and a clearing of several sites within this time are one event (sensed within 2 s of each other). */
export const CLEARED_TOGETHER = 10 * SECOND;

/** A front door asked within this time need not be asked again. */
export const MEASURED_LATELY = 2 * MINUTE;
