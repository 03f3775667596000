import type { Cause } from '../../model/cause.ts';
import type { Question } from '../../model/question.ts';
import type { Course } from '../course/course.ts';
import type { ServiceId } from '../../model/service-id.ts';
import { ownerOf } from '../numbers/families.ts';
import { BASE_RATES } from '../prior.ts';
import type { Row } from '../numbers/row.ts';
import type { FeedFact } from './feed-fact.ts';
import type { OfficialFact } from './absorb-official.ts';
import { Signs, type Sighting, type Sign } from './signs.ts';

/** An incident that ended with the person being in again. */
export interface Former {
  readonly closedAt: number;
  readonly lostSession: boolean;
  readonly signs: ReadonlyMap<Sign, Sighting>;
  readonly answers: ReadonlyMap<Question, 'yes' | 'no'>;
  readonly course: Course;
}

/**
 * What the log says of one service, condensed as it is read. A field is a plain value, or an immutable one that is
 * replaced as a whole; only `signs` are changed in place.
 */
export interface ServiceFacts {
  readonly service: ServiceId;
  readonly owner: ReturnType<typeof ownerOf>;
  /** Of the present incident, or of the last minutes before one. */
  signs: Signs;
  answers: ReadonlyMap<Question, 'yes' | 'no'>;
  /** null: nothing was seen that tells. */
  signedIn: boolean | null;
  account: string | null;
  /** The account whose session was lost. */
  lostAccount: string | null;
  startedAt: number | null;
  /** Ages (ms) at which earlier sessions were ended, newest last. */
  ages: readonly number[];
  /** When the service last ended a session here, and whether one was started since. */
  endedAt: number;
  startedSinceEnd: boolean;
  /** For "in a row": the last service error without a success after it. */
  errorAt: number;
  /** A failure that the front door's probe cannot see: pages or the site's own requests. */
  failsInside: boolean;
  /** The last failed navigation or probe. */
  failedAt: number;
  /** The last failure of the service or of the way to it. */
  lastFailureAt: number;
  /** The last failure that a bad network explains: no evidence against the service. */
  explainedAt: number;
  /** The last time the service was seen to work for this browser. */
  lastSuccessAt: number;
  /** The last answer of any kind from the service itself. */
  reachedAt: number;
  /** For telling one refusal from two: the last refused sign-in, and the last "wrong password" page without one. */
  rejectedAt: number;
  wrongPasswordAt: number;
  /** The last "wrong password" page, with a refused sign-in or without. */
  refusalPageAt: number;
  /** When passwords were refused that neither an outage excuses nor a sign-in has answered since, oldest first. */
  refusals: readonly number[];
  /** Those that a service refused which a verified feed called healthy, then or shortly after; it may name some that are gone. */
  refusedWhileHealthy: readonly number[];
  /** The last refusal while a verified feed told of trouble: no later word makes it one of a healthy service. */
  refusedInDoubtAt: number;
  /** The last time the person was seen to be in with the account that was lost. */
  inAt: number;
  /** Another account than the lost one is in use. */
  otherAccount: boolean;
  feed: FeedFact | null;
  /** An earlier entry that a newer `outage` entry must not undo (rule S6). */
  heldFeed: FeedFact | null;
  official: readonly OfficialFact[];
  /** Refused twice, on another device too, not changed by the person, with a healthy service: since then direct evidence. */
  refusedEverywhere: boolean;
  /** Direct evidence of a break-in stands (rule S1); kept up by `absorb`. */
  direct: boolean;
  /** The incident before, for who answers a question about it when it is over; null once another has begun. */
  former: Former | null;
  /** How past incidents ended, by cause, and the ln of the prior that follows from it. */
  history: ReadonlyMap<Cause, number>;
  prior: Row;
}

/** The facts before anything was seen. */
export const noFacts = (service: ServiceId): ServiceFacts => ({
  service,
  owner: ownerOf(service),
  signs: new Signs(),
  answers: new Map(),
  signedIn: null,
  account: null,
  lostAccount: null,
  startedAt: null,
  ages: [],
  endedAt: -Infinity,
  startedSinceEnd: false,
  errorAt: -Infinity,
  failsInside: false,
  failedAt: -Infinity,
  lastFailureAt: -Infinity,
  explainedAt: -Infinity,
  lastSuccessAt: -Infinity,
  reachedAt: -Infinity,
  rejectedAt: -Infinity,
  wrongPasswordAt: -Infinity,
  refusalPageAt: -Infinity,
  refusals: [],
  refusedWhileHealthy: [],
  refusedInDoubtAt: -Infinity,
  inAt: -Infinity,
  otherAccount: false,
  feed: null,
  heldFeed: null,
  official: [],
  refusedEverywhere: false,
  direct: false,
  former: null,
  history: new Map(),
  prior: BASE_RATES,
});

/** A copy that can be changed without touching the original. */
export const copyFacts = (facts: ServiceFacts): ServiceFacts => ({
  ...facts,
  signs: new Signs(facts.signs),
});

/** After an incident closed: its signs and answers belong to it and not to the next. */
export const forgetIncident = (facts: ServiceFacts): void => {
  facts.signs = new Signs();
  facts.answers = new Map();
  facts.errorAt = -Infinity;
  facts.failsInside = false;
  facts.failedAt = -Infinity;
  facts.lastFailureAt = -Infinity;
  facts.refusedEverywhere = false;
  facts.direct = false;
  facts.lostAccount = null;
  facts.otherAccount = false;
  facts.refusals = [];
  facts.explainedAt = -Infinity;
};
