import type { FeedEntry } from '../../model/feed.ts';
import {
  CROWD_SYMPTOM_FROM,
  DEGRADED_WITHOUT_CROWD,
  MASS_LOGOUT_FROM,
  OFFICIAL_DEGRADED,
  OPERATIONAL_BUT_RAISED,
  RAISED_FROM,
  REFUSED_SHARE_FROM,
  SIGN_IN_WORKS_FROM,
  SUSPENSIONS_FROM,
  TROUBLE_FROM,
} from '../numbers/likelihoods.ts';
import { FEED_LIFE, FEED_STEPS } from '../numbers/windows.ts';

/** A verified entry of the shared feed, with what each part of it is worth when fresh (0 to 1). */
export interface FeedFact {
  /** When it was read, when it was issued, when it expires (ms). */
  readonly at: number;
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly status: FeedEntry['status'];
  /** Many are refused and few get in: no precaution of the platform. */
  readonly refusing: boolean;
  readonly worth: {
    readonly status: number;
    readonly massLogout: number;
    readonly signInWorks: number;
    readonly suspensions: number;
    readonly official: number;
  };
}

const crowdIsRaised = ({ reports }: FeedEntry): boolean =>
  reports !== null && reports.count > RAISED_FROM * Math.max(reports.expected, 1);

const crowdHasSymptoms = ({ symptoms }: FeedEntry): boolean =>
  Object.entries(symptoms).some(([name, share]) => name !== 'sign-in-works' && share >= CROWD_SYMPTOM_FROM);

const statusWorth = (entry: FeedEntry): number => {
  const raised = crowdIsRaised(entry);
  if (entry.status === 'unknown') return 0;
  if (entry.status === 'operational') return entry.confidence * (raised ? OPERATIONAL_BUT_RAISED : 1);
  if (entry.status === 'degraded' && !raised && !crowdHasSymptoms(entry))
    return entry.confidence * DEGRADED_WITHOUT_CROWD;
  return entry.confidence;
};

/** A symptom counts only in an entry that reports trouble, and by the confidence of the entry. */
const symptomWorth = (entry: FeedEntry, share: number | undefined, from: number): number =>
  entry.status !== 'operational' && share !== undefined && share >= from ? entry.confidence : 0;

const officialWorth = ({ official }: FeedEntry): number => {
  if (official?.status === 'outage') return 1;
  return official?.status === 'degraded' ? OFFICIAL_DEGRADED : 0;
};

/**
 * What a verified feed observation says.
 * @param at when it was read (ms); `age` and `ttl` in seconds as observed.
 */
export const feedFact = (at: number, age: number, ttl: number | undefined, entry: FeedEntry): FeedFact => ({
  at,
  issuedAt: at - age * 1000,
  expiresAt: ttl === undefined ? at + Math.max(0, FEED_LIFE - age * 1000) : at + ttl * 1000,
  status: entry.status,
  refusing:
    (entry.symptoms['sign-in-rejected'] ?? 0) >= REFUSED_SHARE_FROM &&
    (entry.symptoms['sign-in-works'] ?? 0) < REFUSED_SHARE_FROM,
  worth: {
    status: statusWorth(entry),
    massLogout: symptomWorth(entry, entry.symptoms['forced-logout'], MASS_LOGOUT_FROM),
    signInWorks: symptomWorth(entry, entry.symptoms['sign-in-works'], SIGN_IN_WORKS_FROM),
    suspensions: symptomWorth(entry, entry.symptoms['suspended-notice'], SUSPENSIONS_FROM),
    official: officialWorth(entry),
  },
});

/** Whether the entry still holds at `at`. From its expiry on it counts as no feed (rule S4). */
export const feedHolds = (feed: FeedFact | null, at: number): feed is FeedFact =>
  feed !== null && at < feed.expiresAt;

/** At what share of its life an entry loses each step of its worth: `freshness` turned round (it is a smoothstep of a²). */
const AGES = Array.from({ length: FEED_STEPS }, (_, step) =>
  Math.sqrt(0.5 - Math.sin(Math.asin(1 - (2 * (step + 1)) / FEED_STEPS) / 3)),
);

/** When (ms) an entry loses a step of its worth. */
const lossAt = ({ issuedAt, expiresAt }: FeedFact, step: number): number =>
  issuedAt + (AGES[step] as number) * (expiresAt - issuedAt);

/** How many steps of its worth an entry has lost at `at`. */
const lostSteps = (feed: FeedFact, at: number): number => {
  let lost = 0;
  while (lost < FEED_STEPS && at >= lossAt(feed, lost)) lost += 1;
  return lost;
};

/** When an entry's worth next changes after `at` (ms); Infinity for none and for one that has expired. */
export const nextStepOf = (feed: FeedFact | null, at: number): number =>
  feedHolds(feed, at) ? Math.min(Math.ceil(lossAt(feed, lostSteps(feed, at))), feed.expiresAt) : Infinity;

/**
 * What is left of an entry's worth at `at`: 1 when issued, 0 at its expiry, smooth at both ends, and still 0.84 at
 * half its life, since outages last for hours (1 - 3a⁴ + 2a⁶ at the age a). It falls in steps too small to matter, so
 * that looking again between two steps costs nothing.
 */
export const freshness = (feed: FeedFact, at: number): number =>
  feedHolds(feed, at) ? 1 - lostSteps(feed, at) / FEED_STEPS : 0;

/** The feed shows trouble for many: right passwords may be refused. */
export const showsTrouble = (feed: FeedFact): boolean =>
  feed.status === 'outage' || (feed.status === 'degraded' && feed.worth.status >= TROUBLE_FROM);
