import { feedEntry, officialStatus } from './feed.ts';
import { pageKind } from './page-kind.ts';
import { answer, question } from './question.ts';
import { serviceId } from './service-id.ts';
import { timestamp } from './timestamp.ts';
import { z, type Infer } from './zod.ts';

/** A local name for an account: 16 hex digits of an HMAC under a key that never leaves this installation. */
export const accountTag = z.string().check(z.regex(/^[0-9a-f]{16}$/, 'expected 16 hex digits'));

const aboutService = { at: timestamp, service: serviceId };
const aboutBrowser = { at: timestamp, service: z.null() };
const count = z.int().check(z.gte(1));
/** No age and no life is longer (s): thirty years; beyond that a number is a mistake and reckoning with it is not safe. */
const LONGEST = 1e9;

export const SESSION_ENDINGS = ['server', 'user', 'browser', 'expiry', 'eviction', 'unknown'] as const;

export const sessionObservation = z.strictObject({
  ...aboutService,
  kind: z.literal('session'),
  change: z.enum(['started', 'ended', 'switched']),
  by: z.enum(SESSION_ENDINGS),
  account: z.optional(accountTag),
  deviceForgotten: z.optional(z.boolean()),
});

export const logoutObservation = z.strictObject({
  ...aboutService,
  kind: z.literal('logout'),
  scope: z.enum(['here', 'everywhere']),
});

export const pageObservation = z.strictObject({ ...aboutService, kind: z.literal('page'), page: pageKind });

export const LOGIN_OUTCOMES = ['accepted', 'rejected', 'error', 'challenged'] as const;
export const loginOutcome = z.enum(LOGIN_OUTCOMES);

export const loginObservation = z.strictObject({
  ...aboutService,
  kind: z.literal('login'),
  outcome: loginOutcome,
});

export const REQUEST_OUTCOMES = [
  'ok',
  'client-error',
  'server-error',
  'rate-limited',
  'dns',
  'unreachable',
  'timeout',
  'tls',
  'blocked',
] as const;
export const requestOutcome = z.enum(REQUEST_OUTCOMES);

export const requestObservation = z.strictObject({
  ...aboutService,
  kind: z.literal('request'),
  purpose: z.enum(['navigation', 'api', 'probe']),
  outcome: requestOutcome,
  status: z.optional(z.int().check(z.gte(100), z.lte(599))),
  count: z.optional(count),
});

export const CONNECTIVITY_STATES = ['online', 'offline', 'captive-portal', 'tampered'] as const;

export const connectivityObservation = z.strictObject({
  ...aboutBrowser,
  kind: z.literal('connectivity'),
  state: z.enum(CONNECTIVITY_STATES),
});

export const clearingObservation = z.strictObject({
  ...aboutBrowser,
  kind: z.literal('clearing'),
  sites: count,
});

/** `age` is in seconds since the feed was issued; `ttl` in seconds that it still holds. */
export const verifiedFeedObservation = z.strictObject({
  ...aboutService,
  kind: z.literal('feed'),
  state: z.literal('verified'),
  age: z.number().check(z.gte(0), z.lte(LONGEST)),
  ttl: z.optional(z.number().check(z.gte(0), z.lte(LONGEST))),
  entry: feedEntry,
});

export const absentFeedObservation = z.strictObject({
  ...aboutService,
  kind: z.literal('feed'),
  state: z.enum(['unreachable', 'invalid', 'stale', 'rolled-back']),
});

export const officialObservation = z.strictObject({
  ...aboutService,
  kind: z.literal('official'),
  source: z.string().check(z.minLength(1), z.maxLength(64)),
  status: officialStatus,
  statusAt: timestamp,
});

export const answerObservation = z.strictObject({
  ...aboutService,
  kind: z.literal('answer'),
  question,
  answer,
});

/** One immutable fact. Everything the extension knows is a list of these. */
export const observation = z.discriminatedUnion('kind', [
  sessionObservation,
  logoutObservation,
  pageObservation,
  loginObservation,
  requestObservation,
  connectivityObservation,
  clearingObservation,
  z.discriminatedUnion('state', [verifiedFeedObservation, absentFeedObservation]),
  officialObservation,
  answerObservation,
]);

export type Observation = Infer<typeof observation>;
export type ObservationKind = Observation['kind'];
export type ObservationOf<Kind extends ObservationKind> = Extract<Observation, { kind: Kind }>;
export type LoginOutcome = Infer<typeof loginOutcome>;
export type RequestOutcome = Infer<typeof requestOutcome>;
export type SessionEnding = (typeof SESSION_ENDINGS)[number];
