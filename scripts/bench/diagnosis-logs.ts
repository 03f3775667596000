import { asSet, byTime } from '../../lib/diagnosis/facts/in-order.ts';
import type { Observation } from '../../lib/model/observation.ts';
import type { FeedEntry } from '../../lib/model/feed.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import { toTimestamp } from '../../lib/model/timestamp.ts';

const START = Date.UTC(2026, 0, 1);

/** A small generator of numbers in [0, 1) that gives the same for the same seed. */
const seeded = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

const entry = (status: FeedEntry['status']): FeedEntry => ({
  status,
  confidence: 0.9,
  since: null,
  scope: 'global',
  symptoms: status === 'operational' ? {} : { 'forced-logout': 0.7, errors: 0.4 },
  reports: { windowSeconds: 600, count: status === 'operational' ? 10 : 900, expected: 11, reporters: 10 },
  official: null,
  probes: null,
});

type At = { readonly at: string; readonly service: ServiceId };
const request = (of: At, outcome: 'ok' | 'server-error' | 'timeout'): Observation => ({
  ...of,
  kind: 'request',
  purpose: 'api',
  outcome,
});
const feed = (of: At, status: FeedEntry['status']): Observation => ({
  ...of,
  kind: 'feed',
  state: 'verified',
  age: 20,
  entry: entry(status),
});

/** Twenty observations of a sign-in outage. */
export const twentyObservations = (): Observation[] =>
  longLog('incident', 20).map((one, index) => ({ ...one, at: toTimestamp(START + index * 7_000) }));

/** Logs of any length: one long incident, a month of ordinary days, or seven services in trouble at once. */
export const longLog = (shape: 'incident' | 'month' | 'storm', count: number): Observation[] => {
  const random = seeded(count);
  const span = shape === 'month' ? 30 * 86_400_000 : count * 8_000;
  const services: ServiceId[] =
    shape === 'storm'
      ? ['facebook', 'instagram', 'messenger', 'threads', 'whatsapp', 'x', 'whatsapp-business']
      : ['facebook'];
  const times = Array.from({ length: count }, () => Math.floor(random() * span)).sort((a, b) => a - b);
  return times.map((time, index): Observation => {
    const service = services[index % services.length] ?? 'facebook';
    const of = { at: toTimestamp(START + time), service };
    const dice = random();
    if (shape === 'month') {
      if (dice < 0.002) return { ...of, kind: 'session', change: 'ended', by: 'server' };
      if (dice < 0.3) return feed(of, 'operational');
      if (dice < 0.6) return { ...of, kind: 'page', page: 'home' };
      if (dice < 0.61) return { ...of, kind: 'session', change: 'started', by: 'user' };
      return request(of, 'ok');
    }
    if (index < services.length) return { ...of, kind: 'session', change: 'ended', by: 'server' };
    if (dice < 0.03) return feed(of, dice < 0.015 ? 'outage' : 'degraded');
    if (dice < 0.1) return { ...of, kind: 'login', outcome: 'rejected' };
    if (dice < 0.3) return { ...of, kind: 'page', page: dice < 0.2 ? 'login' : 'error' };
    return request(of, dice < 0.8 ? 'server-error' : 'timeout');
  });
};

/** So many observations of seven services in trouble at one and the same time, as they are read or as they came. */
export const oneMoment = (count: number, anyOrder: boolean): Observation[] => {
  const log = longLog('storm', count).map((one) => ({ ...one, at: toTimestamp(START) }));
  return anyOrder ? log : asSet(byTime(log)).map(({ seen }) => seen);
};
