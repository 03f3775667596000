import { describe, expect, it } from 'vitest';
import { limitsOf } from '../../../scripts/calibrate/limits.ts';
import type { Mix } from '../../../scripts/calibrate/mixes.ts';
import { calibrationError } from '../../../scripts/calibrate/tally/calibration.ts';
import { comparePolicies } from '../../../scripts/calibrate/questions.ts';
import { tallyCases } from '../../../scripts/calibrate/tally-cases.ts';
import { TRUTH_KINDS } from '../../../scripts/calibrate/truth/kinds.ts';

/** With so few cases the calibration error is above its true value by chance; the full run holds it at its limit. */
const BY_CHANCE = 0.01;

const missed = (mix: Mix, cases: number): readonly string[] => {
  const tally = tallyCases(mix, 1, 0, cases);
  const error = calibrationError(tally.top);
  return limitsOf(mix, tally)
    .filter(({ kept, what }) => kept === false && !what.includes('calibration'))
    .map(({ what, measured, allowed }) => `${what}: ${measured}, allowed ${allowed}`)
    .concat(mix === 'natural' && error > 0.03 + BY_CHANCE ? [`calibration error: ${error}`] : []);
};

describe('the diagnosis on a small generated population', () => {
  it('keeps its limits where every kind is as common as in life', { timeout: 60_000 }, () => {
    expect(missed('natural', 2_000)).toEqual([]);
  });

  it('keeps its limits where every kind is equally common', { timeout: 60_000 }, () => {
    expect(missed('stratified', 27 * TRUTH_KINDS.length)).toEqual([]);
  });

  it('asks fewer questions by expected gain than in a fixed order', { timeout: 120_000 }, () => {
    const { cases, needs } = comparePolicies('natural', 1, 2_500);
    expect(cases).toBeGreaterThan(50);
    expect(needs.gain.mean).toBeLessThan(needs.careful.mean);
    expect(needs.gain.mean).toBeLessThan(needs.listed.mean);
  });
});
