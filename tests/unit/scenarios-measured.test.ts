import { describe, expect, it } from 'vitest';
import type { Observation } from '../../lib/model/observation.ts';
import type { Expectation } from '../../lib/model/record.ts';
import { limitsHold, measure } from '../../scripts/scenarios/measure.ts';
import { printMeasured } from '../../scripts/scenarios/print-measured.ts';
import { standingEvidence, verifiedOutage } from '../../scripts/scenarios/standing-evidence.ts';

const at = (seconds: number): string => new Date(Date.UTC(2026, 0, 5) + seconds * 1000).toISOString();
const seen = (seconds: number, fields: object): Observation =>
  ({ at: at(seconds), service: 'facebook', ...fields }) as Observation;
const ended = seen(0, { kind: 'session', change: 'ended', by: 'server' });
const old = seen(10, { kind: 'page', page: 'old-password' });
const refused = (seconds: number): Observation => seen(seconds, { kind: 'login', outcome: 'rejected' });
const answer = (seconds: number, question: string, said: string): Observation =>
  seen(seconds, { kind: 'answer', question, answer: said });
const errors = seen(0, { kind: 'request', purpose: 'navigation', outcome: 'server-error', count: 2 });
const HEALTHY = {
  status: 'operational',
  confidence: 0.95,
  since: null,
  scope: 'global',
  symptoms: {},
  reports: null,
  official: null,
  probes: null,
};
const expected = (seconds: number, wanted: object): Expectation =>
  ({ at: at(seconds), service: 'facebook', ...wanted }) as Expectation;
const measured = (observations: Observation[], expect: Expectation[] = []) =>
  measure([{ file: 'a', record: { format: 'outage-or-hacked/record@1', title: '', observations, expect } }]);

describe('what a measurement of scenarios counts', () => {
  it('puts a right answer on the diagonal, and a wrong one in the row of what was expected first', () => {
    const { causes, missed, moments } = measured(
      [ended],
      [
        expected(1, { cause: ['outage', 'unclear'] }),
        expected(2, { cause: ['outage', 'network'] }),
        expected(-5, { cause: [null] }),
      ],
    );
    expect(causes.get('unclear')?.get('unclear')).toBe(1);
    expect(causes.get('outage')?.get('unclear')).toBe(1);
    expect(causes.get('no incident')?.get('no incident')).toBe(1);
    expect([moments, missed.length]).toEqual([3, 1]);
  });

  it('calls act a false alarm where nothing direct stands and no break-in is played', () => {
    const everywhere = [
      seen(0, { kind: 'feed', state: 'verified', age: 5, entry: HEALTHY }),
      ended,
      refused(10),
      refused(60),
      answer(70, 'changed-password-yourself', 'no'),
      answer(80, 'works-on-another-device', 'no'),
    ];
    expect(measured(everywhere).falseAlarms).not.toEqual([]);
    expect(measured(everywhere, [expected(81, { alarm: 'act' })]).falseAlarms).toEqual([]);
    expect(measured([ended, old]).falseAlarms).toEqual([]);
  });

  it('holds an outage named when something better than unclear is said in the first three observations', () => {
    expect(measured([errors], [expected(1, { cause: 'outage' })]).outages).toEqual([
      { place: 'a facebook', named: true },
    ]);
    const late = [ended, ...[1, 2].map((s) => seen(s, { kind: 'page', page: 'login' }))];
    const found = measured(
      [...late, seen(3, { kind: 'page', page: 'unavailable' })],
      [expected(4, { cause: 'outage' })],
    );
    expect(found.outages).toEqual([{ place: 'a facebook', named: false }]);
    expect(limitsHold(found)).toBe(false);
  });

  it('prints both matrices, the figures and the places', () => {
    const text = printMeasured(measured([ended], [expected(1, { cause: 'outage', alarm: 'none' })]));
    expect(text).toMatch(/^expected \\ said +outage +unclear\n/);
    expect(text).toMatch(/\noutage +\. +1\n/);
    expect(text).toMatch(/right +0\.0 %/);
    expect(text).toContain('a facebook 2026-01-05T00:00:01.000Z');
  });
});

describe('the evidence that stands in a record', () => {
  it('is direct while nobody owned up to it, by the last yes or no', () => {
    const own = (said: string, seconds: number) => answer(seconds, 'changed-password-yourself', said);
    expect(standingEvidence([ended], 'facebook').direct).toBe(false);
    expect(standingEvidence([old], 'facebook').direct).toBe(true);
    expect(standingEvidence([old], 'instagram').direct).toBe(false);
    expect(standingEvidence([old, own('yes', 20)], 'facebook').direct).toBe(false);
    expect(standingEvidence([old, own('yes', 20), own('unsure', 30)], 'facebook').direct).toBe(false);
    expect(standingEvidence([old, own('yes', 20), own('no', 30)], 'facebook').direct).toBe(true);
  });

  it('is strong after two refusals of a password that the person did not change', () => {
    const no = answer(90, 'changed-password-yourself', 'no');
    expect(standingEvidence([refused(1), refused(60), no], 'facebook').strong).toBe(true);
    expect(standingEvidence([refused(1), no], 'facebook').strong).toBe(false);
    expect(standingEvidence([refused(1), refused(60)], 'facebook').strong).toBe(false);
  });

  it('knows how long a verified outage holds', () => {
    const word = seen(0, {
      kind: 'feed',
      state: 'verified',
      age: 100,
      entry: { ...HEALTHY, status: 'outage' },
    });
    const start = Date.parse(at(0));
    expect(verifiedOutage([word], 'facebook', start + 499_000)).toBe(true);
    expect(verifiedOutage([word], 'facebook', start + 500_000)).toBe(false);
    const calm = seen(5, { kind: 'feed', state: 'verified', age: 1, entry: HEALTHY });
    expect(verifiedOutage([word, calm], 'facebook', start + 10_000)).toBe(false);
  });
});
