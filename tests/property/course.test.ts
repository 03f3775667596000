import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { assess } from '../../lib/diagnosis/index.ts';
import type { FeedEntry } from '../../lib/model/feed.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { toTimestamp } from '../../lib/model/timestamp.ts';
import { RUNS, START, TIME_LIMIT } from './log-arbitraries.ts';

vi.setConfig({ testTimeout: TIME_LIMIT });

const MINUTE = 60_000;
const seen = (at: number, fields: object): Observation =>
  ({ at: toTimestamp(at), service: 'facebook', ...fields }) as Observation;
const entry = (status: FeedEntry['status'], confidence: number, symptoms: object = {}): object => ({
  kind: 'feed',
  state: 'verified',
  age: 20,
  entry: {
    status,
    confidence,
    since: null,
    scope: 'global',
    symptoms,
    reports: null,
    official: null,
    probes: null,
  },
});
const share = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** What a sign-in outage shows of itself while it lasts, a minute or so apart. */
const during = fc.constantFrom<object>(
  { kind: 'page', page: 'login' },
  { kind: 'page', page: 'session-expired' },
  { kind: 'page', page: 'error' },
  { kind: 'login', outcome: 'rejected' },
  { kind: 'login', outcome: 'error' },
  { kind: 'request', purpose: 'navigation', outcome: 'server-error', count: 2 },
  { kind: 'request', purpose: 'probe', outcome: 'ok' },
);
const symptoms = fc.record({
  'forced-logout': share(0, 1),
  'sign-in-rejected': share(0.2, 1),
  'sign-in-works': share(0, 0.05),
});

/** A session that the server ended in an outage that the feed reports, up to a moment at which that is certain. */
const outage = fc
  .tuple(fc.array(during, { minLength: 1, maxLength: 6 }), share(0.8, 1), symptoms)
  .map(([signs, confidence, crowd]) => [
    seen(START, { kind: 'session', change: 'ended', by: 'server' }),
    seen(START + MINUTE, { kind: 'page', page: 'login' }),
    ...signs.map((one, index) => seen(START + (index + 2) * MINUTE, one)),
    seen(START + (signs.length + 2) * MINUTE, entry('outage', confidence, crowd)),
  ]);

/** A way back in: the feed may say so before, between, after or never, and it may take hours. */
const recovery = fc
  .record({
    after: fc.integer({ min: 1, max: 600 }),
    words: fc.array(fc.constantFrom('before', 'just before', 'between', 'after'), { maxLength: 4 }),
    confidence: share(0.5, 1),
    door: fc.boolean(),
    network: fc.boolean(),
  })
  .map(({ after, words, confidence, door, network }) => (from: number): Observation[] => {
    const back = from + after * MINUTE;
    const at = {
      before: from + (after * MINUTE) / 2,
      'just before': back - 5_000,
      between: back + 1_500,
      after: back + 30_000,
    };
    return [
      ...words.map((word) => seen(at[word], entry('operational', confidence))),
      ...(door ? [seen(back - 4_000, { kind: 'request', purpose: 'probe', outcome: 'ok' })] : []),
      ...(network ? [seen(back - 3_000, { service: null, kind: 'connectivity', state: 'online' })] : []),
      seen(back, { kind: 'login', outcome: 'accepted' }),
      seen(back + 1_000, { kind: 'session', change: 'started', by: 'user' }),
      seen(back + 3_000, { kind: 'page', page: 'home' }),
    ];
  });

const endOf = (log: readonly Observation[]): number => Math.max(...log.map((one) => Date.parse(one.at)));

describe('the end of an outage', () => {
  it('is never evidence against it: what was certain keeps its cause', () => {
    fc.assert(
      fc.property(outage, recovery, (log, way) => {
        const known = assess(log, endOf(log))[0]?.current;
        fc.pre(known?.cause === 'outage' && known.certainty === 'confident');
        const whole = [...log, ...way(endOf(log))];
        const [incident] = assess(whole, endOf(whole) + 5 * MINUTE);
        expect(incident?.closedBy).toBe('recovered');
        expect(incident?.verdicts.at(-1)?.verdict).toMatchObject({ cause: 'outage', alarm: 'none' });
      }),
      RUNS,
    );
  });

  it('brings no new certainty: while the feed says no trouble an outage that it knew is likely at most', () => {
    fc.assert(
      fc.property(outage, recovery, (log, way) => {
        const over = endOf(log) + MINUTE;
        const told = [...log, seen(over, entry('operational', 0.9)), ...way(over)];
        for (const { verdicts } of assess(told, endOf(told)))
          for (const { at, verdict } of verdicts)
            if (Date.parse(at) >= over && verdict.cause === 'outage')
              expect(verdict.certainty).not.toBe('confident');
      }),
      RUNS,
    );
  });

  it('does not reassure whoever is still refused some minutes later', () => {
    const refusals = fc.array(
      fc.constantFrom<object>(
        { kind: 'login', outcome: 'rejected' },
        { kind: 'page', page: 'checkpoint' },
        { kind: 'page', page: 'locked' },
        { kind: 'page', page: 'unusual-login' },
      ),
      { minLength: 1, maxLength: 4 },
    );
    // Failures of the service itself would be an outage of their own.
    const quiet = outage.map((log) =>
      log.filter(
        (one) =>
          !(one.kind === 'page' && one.page === 'error') &&
          !(one.kind === 'login' && one.outcome === 'error') &&
          one.kind !== 'request',
      ),
    );
    fc.assert(
      fc.property(quiet, refusals, fc.integer({ min: 6, max: 600 }), (log, signs, minutes) => {
        const over = endOf(log) + MINUTE;
        const still = [
          ...log,
          seen(over, entry('operational', 0.95)),
          ...signs.map((one, index) => seen(over + (index + 1) * MINUTE, one)),
          seen(over + minutes * MINUTE - 1000, entry('operational', 0.95)),
        ];
        const said = assess(still, over + minutes * MINUTE)[0]?.current;
        expect(said?.cause).not.toBe('outage');
        expect(said?.alarm).toBe('watch');
      }),
      RUNS,
    );
  });

  it('hides no direct evidence, before or after', () => {
    const direct = fc.constantFrom<object>(
      { kind: 'page', page: 'old-password' },
      { kind: 'page', page: 'contact-changed' },
      { kind: 'answer', question: 'security-email-unrecognised', answer: 'yes' },
    );
    fc.assert(
      fc.property(outage, recovery, direct, fc.nat(1_000_000), (log, way, sign, offset) => {
        const whole = [...log, ...way(endOf(log))];
        const at = START + MINUTE + (offset % (endOf(whole) - START));
        const told = [...whole, seen(at, sign)];
        expect(assess(told, endOf(told)).at(-1)?.current?.alarm).toBe('act');
      }),
      RUNS,
    );
  });
});
