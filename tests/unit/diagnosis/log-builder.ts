import type { FeedEntry } from '../../../lib/model/feed.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { toTimestamp } from '../../../lib/model/timestamp.ts';
import type { Verdict } from '../../../lib/model/verdict.ts';
import { assess, type IncidentTimeline } from '../../../lib/diagnosis/index.ts';

/** The first moment of the logs below (ms). */
export const START = Date.UTC(2026, 4, 4, 9);
export const at = (seconds: number): number => START + seconds * 1000;

/** One observation so many seconds after the start, of Facebook unless it says otherwise. */
export const seen = (seconds: number, fields: object): Observation =>
  ({ at: toTimestamp(at(seconds)), service: 'facebook', ...fields }) as Observation;

export const ended = (seconds: number, by = 'server', more: object = {}): Observation =>
  seen(seconds, { kind: 'session', change: 'ended', by, ...more });
export const started = (seconds: number, more: object = {}): Observation =>
  seen(seconds, { kind: 'session', change: 'started', by: 'user', ...more });
export const page = (seconds: number, name: string, service: ServiceId = 'facebook'): Observation =>
  seen(seconds, { service, kind: 'page', page: name });
export const login = (seconds: number, outcome: string): Observation =>
  seen(seconds, { kind: 'login', outcome });
export const answer = (seconds: number, question: string, said: string): Observation =>
  seen(seconds, { kind: 'answer', question, answer: said });
export const request = (seconds: number, outcome: string, more: object = {}): Observation =>
  seen(seconds, { kind: 'request', purpose: 'navigation', outcome, ...more });
export const network = (seconds: number, state: string): Observation =>
  seen(seconds, { service: null, kind: 'connectivity', state });
export const feed = (
  seconds: number,
  status: FeedEntry['status'],
  entry: Partial<FeedEntry> = {},
  more: object = {},
): Observation =>
  seen(seconds, {
    kind: 'feed',
    state: 'verified',
    age: 0,
    entry: {
      status,
      confidence: 1,
      since: null,
      scope: 'global',
      symptoms: {},
      reports: null,
      official: null,
      probes: null,
      ...entry,
    },
    ...more,
  });

/** The newest incident of a service at so many seconds; undefined without one. */
export const incident = (
  log: readonly Observation[],
  seconds: number,
  service: ServiceId = 'facebook',
): IncidentTimeline | undefined => assess(log, at(seconds)).findLast((one) => one.service === service);

/** What is said of a service at so many seconds; throws when no incident is open. */
export const verdict = (
  log: readonly Observation[],
  seconds: number,
  service: ServiceId = 'facebook',
): Verdict => {
  const current = incident(log, seconds, service)?.current;
  if (!current) throw new Error(`no open incident of ${service} at ${String(seconds)} s`);
  return current;
};
