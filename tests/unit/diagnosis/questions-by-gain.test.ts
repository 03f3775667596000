import { expect, it } from 'vitest';
import { comparePolicies } from '../../../scripts/calibrate/questions.ts';

/** Enough cases to see a tenth of a difference, few enough to wait for; a fixed seed, so the same each time. */
const CASES = 500;

it('asking by expected gain needs fewer questions than fixed orders where every kind of trouble is as common', () => {
  const { cases, needs } = comparePolicies('stratified', 3, CASES);
  expect(cases).toBeGreaterThan(50);
  expect(needs.gain.mean).toBeLessThan(0.9 * needs.careful.mean);
  expect(needs.gain.mean).toBeLessThan(0.9 * needs.listed.mean);
  expect(needs.gain.afterOne).toBeGreaterThan(needs.careful.afterOne);
}, 60_000);
