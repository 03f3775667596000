import type { FeedStatus } from '../../../lib/model/feed.ts';
import type { LoginOutcome, Observation, SessionEnding } from '../../../lib/model/observation.ts';
import type { PageKind } from '../../../lib/model/page-kind.ts';
import type { Answer, Question } from '../../../lib/model/question.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { toTimestamp } from '../../../lib/model/timestamp.ts';

const START = Date.UTC(2027, 3, 1, 9);

/** Milliseconds of a moment, `seconds` after the start of all these logs. */
export const at = (seconds: number): number => START + seconds * 1000;

const of = (seconds: number, service: ServiceId = 'facebook') => ({ at: toTimestamp(at(seconds)), service });

export const page = (kind: PageKind, seconds = 10): Observation => ({
  ...of(seconds),
  kind: 'page',
  page: kind,
});
export const login = (outcome: LoginOutcome, seconds = 10): Observation => ({
  ...of(seconds),
  kind: 'login',
  outcome,
});
export const answer = (question: Question, said: Answer, seconds = 20): Observation => ({
  ...of(seconds),
  kind: 'answer',
  question,
  answer: said,
});
export const ended = (by: SessionEnding, seconds = 1, service: ServiceId = 'facebook'): Observation => ({
  ...of(seconds, service),
  kind: 'session',
  change: 'ended',
  by,
});
export const started = (seconds: number): Observation => ({
  ...of(seconds),
  kind: 'session',
  change: 'started',
  by: 'user',
});
export const ok = (seconds = 10): Observation => ({
  ...of(seconds),
  kind: 'request',
  purpose: 'navigation',
  outcome: 'ok',
  status: 200,
});
export const server5xx = (seconds = 10): Observation =>
  ({ ...ok(seconds), outcome: 'server-error', status: 500 }) as Observation;
export const offline = (seconds = 5): Observation => ({
  at: toTimestamp(at(seconds)),
  service: null,
  kind: 'connectivity',
  state: 'offline',
});
export const cleared = (seconds = 5): Observation => ({
  at: toTimestamp(at(seconds)),
  service: null,
  kind: 'clearing',
  sites: 2,
});
export const feed = (status: FeedStatus, seconds = 5, service: ServiceId = 'facebook'): Observation => ({
  ...of(seconds, service),
  kind: 'feed',
  state: 'verified',
  age: 20,
  ttl: 580,
  entry: {
    status,
    confidence: 0.9,
    since: null,
    scope: 'global',
    symptoms: {},
    reports: null,
    official: null,
    probes: null,
  },
});
