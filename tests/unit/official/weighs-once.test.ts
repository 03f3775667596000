import { describe, expect, it } from 'vitest';
import { assess } from '../../../lib/diagnosis/index.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { toMillis } from '../../../lib/model/timestamp.ts';

const at = (second: number): string => new Date(Date.UTC(2024, 2, 5, 15, 20, second)).toISOString();
const thrownOut: Observation[] = [
  { at: at(0), service: 'facebook', kind: 'session', change: 'ended', by: 'server' },
  { at: at(1), service: 'facebook', kind: 'page', page: 'login' },
];
const direct: Observation = {
  at: at(2),
  service: 'facebook',
  kind: 'official',
  source: 'metastatus',
  status: 'outage',
  statusAt: at(0),
};
const quoted: Observation = {
  at: at(2),
  service: 'facebook',
  kind: 'feed',
  state: 'verified',
  age: 0,
  ttl: 600,
  entry: {
    status: 'outage',
    confidence: 0.9,
    since: null,
    scope: 'global',
    symptoms: {},
    reports: null,
    official: { source: 'metastatus', status: 'outage', text: null, url: null, at: at(0) },
    probes: null,
  },
};

const verdict = (...seen: Observation[]) =>
  assess([...thrownOut, ...seen], toMillis(at(3)))[0]?.current ?? null;

describe('an official word that is read directly and quoted by the feed', () => {
  it('weighs once', () => {
    expect(verdict(quoted, direct)).toEqual(verdict(quoted));
    expect(verdict(quoted)?.cause).toBe('outage');
  });

  it('weighs less alone than a feed that names the outage', () => {
    const [alone, feed] = [verdict(direct), verdict(quoted)];
    expect(alone?.reasons.map(({ evidence }) => evidence)).toContain('official-issue');
    expect(alone?.probabilities.outage).toBeLessThan(feed?.probabilities.outage ?? 0);
  });
});
