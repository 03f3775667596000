import { describe, expect, it } from 'vitest';
import { CAUSES, type Cause, type Decision } from '../../../lib/model/cause.ts';
import type { Judgement } from '../../../scripts/calibrate/judge/judge-case.ts';
import { limitsOf } from '../../../scripts/calibrate/limits.ts';
import { addPrediction, calibrationError, emptyBins } from '../../../scripts/calibrate/tally/calibration.ts';
import { addCase, addTally, emptyTally } from '../../../scripts/calibrate/tally/tally.ts';

const judgement = (cause: Decision, truth: Cause, more: Partial<Judgement> = {}): Judgement => ({
  kind: truth === 'account-compromise' ? 'break-in: silent' : 'routine: ended by the server',
  causes: [truth],
  said: { cause, certainty: 'likely', alarm: 'none' },
  probabilities: Object.fromEntries(CAUSES.map((one) => [one, one === cause ? 0.8 : 0.025])) as Record<
    Cause,
    number
  >,
  right: cause === truth,
  uncounted: null,
  traceless: false,
  tracelessCalmed: false,
  silencedAt: null,
  calmedAt: null,
  falseAlarmAt: null,
  namedSoon: truth === 'outage' ? true : null,
  ...more,
});

const tallyOf = (...judgements: readonly Judgement[]) => {
  const tally = emptyTally();
  judgements.forEach((one, number) => addCase(tally, one, number));
  return tally;
};
const measured = (what: string, tally: ReturnType<typeof tallyOf>) => {
  const found = limitsOf('natural', tally).find((limit) => limit.what.includes(what));
  if (!found) throw new Error(`there is no limit about ${what}`);
  return found;
};

describe('the calibration error', () => {
  it('is nothing where four of five come true of what was said with 80 %', () => {
    const bins = emptyBins();
    for (let i = 0; i < 100; i += 1) addPrediction(bins, 0.8, i % 5 !== 0);
    expect(calibrationError(bins)).toBeCloseTo(0, 6);
  });

  it('is how far off it was, weighed by how often', () => {
    const bins = emptyBins();
    for (let i = 0; i < 50; i += 1) addPrediction(bins, 0.9, false);
    for (let i = 0; i < 50; i += 1) addPrediction(bins, 0.5, i % 2 === 0);
    expect(calibrationError(bins)).toBeCloseTo(0.45, 6);
  });

  it('does not let what was said too low make up for what was said too high', () => {
    const bins = emptyBins();
    for (let i = 0; i < 50; i += 1) addPrediction(bins, 0.9, i % 2 === 0);
    for (let i = 0; i < 50; i += 1) addPrediction(bins, 0.1, i % 2 === 0);
    expect(calibrationError(bins)).toBeCloseTo(0.4, 6);
  });

  it('takes certainty itself, and refuses what is no probability', () => {
    const bins = emptyBins();
    addPrediction(bins, 1, true);
    addPrediction(bins, 0, false);
    expect(calibrationError(bins)).toBe(0);
    expect(() => addPrediction(bins, -0.2, true)).toThrow('not a probability');
  });
});

describe('the counts', () => {
  it('hold precision, recall and misses of hand-made cases', () => {
    const tally = tallyOf(
      judgement('session-expired', 'session-expired'),
      judgement('session-expired', 'signed-out'),
      judgement('outage', 'session-expired'),
      judgement('outage', 'outage'),
    );
    expect(tally.said['session-expired']).toEqual({ times: 2, true: 1 });
    expect(tally.said['outage']).toEqual({ times: 2, true: 1 });
    expect(tally.causes['session-expired']).toMatchObject({ cases: 2, right: 1 });
    expect(tally.causes['outage']).toMatchObject({ outages: 1, namedSoon: 1 });
    expect(Object.values(tally.misses).map(({ numbers }) => numbers)).toEqual([[1], [2]]);
    expect(measured('right cause', tally)).toMatchObject({ measured: '50.00 %', kept: false });
  });

  it('leave out what is counted apart', () => {
    const tally = tallyOf(
      judgement('session-expired', 'session-expired'),
      judgement('session-expired', 'account-compromise', { traceless: true }),
      judgement('account-compromise', 'signed-out', { uncounted: 'demanded' }),
    );
    expect(measured('right cause', tally)).toMatchObject({ measured: '100.00 %', kept: true });
    expect(tally.causes['account-compromise']).toMatchObject({ cases: 1, traceless: 1, right: 0 });
    expect(tally.said['account-compromise']).toBeUndefined();
  });

  it('miss a limit at one false reassurance of either half, and at false alarms above one in two hundred', () => {
    const good = Array.from({ length: 300 }, () => judgement('session-expired', 'session-expired'));
    const missed = limitsOf('stratified', tallyOf(...good)).filter(({ kept }) => kept === false);
    expect(missed).toEqual([]);
    expect(
      measured('below act', tallyOf(...good, judgement('unclear', 'account-compromise', { silencedAt: 2 })))
        .kept,
    ).toBe(false);
    expect(
      measured(
        'traced break-in',
        tallyOf(...good, judgement('outage', 'account-compromise', { calmedAt: 2 })),
      ).kept,
    ).toBe(false);
    expect(
      measured(
        'false alarm',
        tallyOf(...good, judgement('session-expired', 'session-expired', { falseAlarmAt: 1 })),
      ).kept,
    ).toBe(true);
    const two = Array.from({ length: 2 }, () =>
      judgement('session-expired', 'session-expired', { falseAlarmAt: 1 }),
    );
    expect(measured('false alarm', tallyOf(...good, ...two)).kept).toBe(false);
  });

  it('hold the right cause at 95 % on the natural mix and at a lower floor on the other', () => {
    const right = Array.from({ length: 46 }, () => judgement('outage', 'outage'));
    const wrong = Array.from({ length: 4 }, () => judgement('outage', 'network'));
    const keptOn = (mix: 'natural' | 'stratified') =>
      limitsOf(mix, tallyOf(...right, ...wrong)).find(({ what }) => what.includes('right cause'))?.kept;
    expect(keptOn('natural')).toBe(false);
    expect(keptOn('stratified')).toBe(true);
  });

  it('hold calibration on the natural mix and print it on the other', () => {
    const tally = tallyOf(judgement('session-expired', 'outage'));
    const errorOf = (mix: 'natural' | 'stratified') =>
      limitsOf(mix, tally).find(({ what }) => what.includes('calibration'))?.kept;
    expect(errorOf('natural')).toBe(false);
    expect(errorOf('stratified')).toBeNull();
  });

  it('add up over workers as if one had counted all', () => {
    const cases = [
      judgement('session-expired', 'session-expired'),
      judgement('outage', 'session-expired'),
      judgement('outage', 'outage', { silencedAt: 3 }),
      judgement('unclear', 'signed-out'),
    ];
    const sum = emptyTally();
    const first = tallyOf(...cases.slice(0, 2));
    const second = emptyTally();
    cases.slice(2).forEach((one, index) => addCase(second, one, index + 2));
    addTally(sum, second);
    addTally(sum, first);
    expect(sum).toEqual(tallyOf(...cases));
  });
});
