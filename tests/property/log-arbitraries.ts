import fc from 'fast-check';
import { FEED_STATUSES, OFFICIAL_STATUSES, SYMPTOMS, type FeedEntry } from '../../lib/model/feed.ts';
import {
  CONNECTIVITY_STATES,
  LOGIN_OUTCOMES,
  REQUEST_OUTCOMES,
  SESSION_ENDINGS,
  type Observation,
} from '../../lib/model/observation.ts';
import { PAGE_KINDS } from '../../lib/model/page-kind.ts';
import { ANSWERS, QUESTIONS } from '../../lib/model/question.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import { toTimestamp } from '../../lib/model/timestamp.ts';

const { PROPERTY_RUNS, PROPERTY_SEED } = process.env;

/**
 * How many logs each property is tried on; `PROPERTY_RUNS` asks for more, `PROPERTY_SEED` for the same ones again
 * (which then need not be made small where they fail).
 */
export const RUNS = {
  numRuns: Number(PROPERTY_RUNS ?? 150),
  ...(PROPERTY_SEED === undefined ? {} : { seed: Number(PROPERTY_SEED), endOnFailure: true }),
};

/** How long a property may take (ms): long enough for as many logs as were asked for. */
export const TIME_LIMIT = 10_000 + 30 * RUNS.numRuns;

/** The first moment of every log (ms). */
export const START = Date.UTC(2026, 2, 1, 12);

const share = fc.double({ min: 0, max: 1, noNaN: true });
const service: fc.Arbitrary<ServiceId> = fc.constantFrom(
  'facebook',
  'facebook',
  'facebook',
  'instagram',
  'messenger',
  'whatsapp',
  'x',
  'site:example.org',
);
/** Many times coincide, and they lie from milliseconds to hours apart. */
const at = fc
  .oneof(
    fc.integer({ min: 0, max: 40 }).map((n) => n * 1000),
    fc.integer({ min: 0, max: 14_400_000 }),
  )
  .map((offset) => toTimestamp(START + offset));
const account = fc.constantFrom('a1a1a1a1a1a1a1a1', 'b2b2b2b2b2b2b2b2');

/** Any entry of the shared feed that the schema accepts. */
export const feedEntry: fc.Arbitrary<FeedEntry> = fc.record({
  status: fc.constantFrom(...FEED_STATUSES),
  confidence: share,
  since: fc.constant(null),
  scope: fc.constantFrom('global', 'regional', 'unknown'),
  symptoms: fc.dictionary(fc.constantFrom(...SYMPTOMS), share),
  reports: fc.option(
    fc.record({
      windowSeconds: fc.constant(600),
      count: fc.nat(5000),
      expected: fc.double({ min: 0, max: 50, noNaN: true }),
      reporters: fc.nat(5000),
    }),
  ),
  official: fc.option(
    fc.record({
      source: fc.constant('metastatus'),
      status: fc.constantFrom(...OFFICIAL_STATUSES),
      text: fc.constant(null),
      url: fc.constant(null),
      at: fc.constant(null),
    }),
  ),
  probes: fc.constant(null),
}) as fc.Arbitrary<FeedEntry>;

const whole = { at, service };
const kinds = {
  session: fc.record(
    {
      ...whole,
      kind: fc.constant('session'),
      change: fc.constantFrom('started', 'ended', 'ended', 'switched'),
      by: fc.constantFrom(...SESSION_ENDINGS),
      account,
      deviceForgotten: fc.boolean(),
    },
    { requiredKeys: ['at', 'service', 'kind', 'change', 'by'] },
  ),
  logout: fc.record({ ...whole, kind: fc.constant('logout'), scope: fc.constantFrom('here', 'everywhere') }),
  page: fc.record({ ...whole, kind: fc.constant('page'), page: fc.constantFrom(...PAGE_KINDS) }),
  login: fc.record({ ...whole, kind: fc.constant('login'), outcome: fc.constantFrom(...LOGIN_OUTCOMES) }),
  request: fc.record(
    {
      ...whole,
      kind: fc.constant('request'),
      purpose: fc.constantFrom('navigation', 'api', 'probe'),
      outcome: fc.constantFrom(...REQUEST_OUTCOMES),
      count: fc.integer({ min: 1, max: 9 }),
    },
    { requiredKeys: ['at', 'service', 'kind', 'purpose', 'outcome'] },
  ),
  connectivity: fc.record({
    at,
    service: fc.constant(null),
    kind: fc.constant('connectivity'),
    state: fc.constantFrom(...CONNECTIVITY_STATES),
  }),
  clearing: fc.record({
    at,
    service: fc.constant(null),
    kind: fc.constant('clearing'),
    sites: fc.integer({ min: 1, max: 9 }),
  }),
  feed: fc.record(
    {
      ...whole,
      kind: fc.constant('feed'),
      state: fc.constant('verified'),
      age: fc.double({ min: 0, max: 900, noNaN: true }),
      ttl: fc.double({ min: 0, max: 900, noNaN: true }),
      entry: feedEntry,
    },
    { requiredKeys: ['at', 'service', 'kind', 'state', 'age', 'entry'] },
  ),
  noFeed: fc.record({
    ...whole,
    kind: fc.constant('feed'),
    state: fc.constantFrom('unreachable', 'invalid', 'stale', 'rolled-back'),
  }),
  official: fc.record({
    ...whole,
    kind: fc.constant('official'),
    source: fc.constantFrom('metastatus', 'another'),
    status: fc.constantFrom(...OFFICIAL_STATUSES),
    statusAt: at,
  }),
  answer: fc.record({
    ...whole,
    kind: fc.constant('answer'),
    question: fc.constantFrom(...QUESTIONS),
    answer: fc.constantFrom(...ANSWERS),
  }),
};

/** Any observation that the schema accepts. */
export const observation = fc.oneof(...Object.values(kinds)) as fc.Arbitrary<Observation>;
export const noFeed = kinds.noFeed as fc.Arbitrary<Observation>;
export const official = kinds.official as fc.Arbitrary<Observation>;

/** Any log, not in order of time. */
export const log = fc.array(observation, { maxLength: 25 });

const opening = fc.constantFrom<Partial<Observation>>(
  { kind: 'session', change: 'ended', by: 'server' },
  { kind: 'session', change: 'ended', by: 'browser' },
  { kind: 'session', change: 'ended', by: 'unknown' },
  { kind: 'page', page: 'error' },
  { kind: 'page', page: 'locked' },
  { kind: 'page', page: 'unusual-login' },
  { kind: 'request', purpose: 'probe', outcome: 'dns', count: 3 },
);

/** A log in which an incident of Facebook is open at the end. */
export const logWithIncident = fc.tuple(log, opening).map(([before, last]): Observation[] => {
  const end = Math.max(START, ...before.map((one) => Date.parse(one.at)));
  return [...before, { at: toTimestamp(end + 1000), service: 'facebook', ...last } as Observation];
});

/** The last moment of a log (ms). */
export const endOf = (observations: readonly Observation[]): number =>
  Math.max(START, ...observations.map((one) => Date.parse(one.at)));
