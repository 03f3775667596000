import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logGamma } from '../../../feed/crowd/log-gamma.ts';
import { negativeBinomialTail } from '../../../feed/crowd/negative-binomial.ts';

/** a/b as a number, right to 16 digits also where both are far beyond what a number holds or the ratio is far below 1. */
const ratio = (a: bigint, b: bigint): number => {
  if (a === 0n) return 0;
  const scale = Math.max(0, b.toString().length - a.toString().length + 25);
  const digits = ((a * 10n ** BigInt(scale)) / b).toString();
  return Number(`${digits[0]}.${digits.slice(1, 25)}e${digits.length - 1 - scale}`);
};

const choose = (n: bigint, k: bigint): bigint => {
  let value = 1n;
  for (let i = 1n; i <= k; i += 1n) value = (value * (n - k + i)) / i;
  return value;
};

/**
 * The exact tail for whole r = 1/dispersion and mean = r·p/(1−p) with p = a/c: P(X ≥ k) is the chance that the k-th success comes
 * before the r-th failure, a finite sum of whole numbers over c^(k+r−1).
 */
const exactTail = (k: number, r: number, a: bigint, c: bigint): number => {
  const trials = BigInt(k + r - 1);
  let sum = 0n;
  for (let successes = BigInt(k); successes <= trials; successes += 1n)
    sum += choose(trials, successes) * a ** successes * (c - a) ** (trials - successes);
  return ratio(sum, c ** trials);
};

const closeTo = (value: number, expected: number, relative = 1e-9): void => {
  expect(Math.abs(value - expected) / expected).toBeLessThan(relative);
};

describe('the tail of the negative binomial', () => {
  it.each([
    [1, 1, 1n, 2n],
    [8, 10, 1n, 21n],
    [8, 2, 1n, 5n],
    [40, 10, 9n, 19n],
    [100, 3, 1n, 10n],
    [300, 10, 1n, 3n],
    [1000, 10, 9n, 19n],
    [5, 10, 99n, 100n],
    [200, 10, 95n, 100n],
  ])('equals the exact sum of whole numbers: at least %i, r = %i, p = %s/%s', (k, r, a, c) => {
    const mean = (r * Number(a)) / Number(c - a);
    closeTo(negativeBinomialTail(k, mean, 1 / r), exactTail(k, r, a, c));
  });

  it('is exact far in the tail, where one minus a number would be nothing', () => {
    const exact = exactTail(900, 10, 9n, 19n);
    expect(exact).toBeLessThan(1e-250);
    closeTo(negativeBinomialTail(900, 9, 0.1), exact);
  });

  it('equals the sum of single chances also where r is no whole number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.1, max: 40, noNaN: true }),
        fc.double({ min: 0.05, max: 2, noNaN: true }),
        (k, mean, dispersion) => {
          const r = 1 / dispersion;
          const p = mean / (mean + r);
          let chance = (1 - p) ** r;
          let sum = 0;
          for (let count = 0; count < 20_000; count += 1) {
            if (count >= k) sum += chance;
            chance *= (p * (r + count)) / (count + 1);
          }
          // What the sum itself leaves out and rounds off grows with the tail's length.
          if (sum > 1e-200) closeTo(negativeBinomialTail(k, mean, dispersion), sum, 1e-7);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never rises with the count and never falls with the mean', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.double({ min: 0.01, max: 10_000, noNaN: true }),
        fc.double({ min: 0.01, max: 5, noNaN: true }),
        (k, mean, dispersion) => {
          const tail = negativeBinomialTail(k, mean, dispersion);
          expect(tail).toBeGreaterThanOrEqual(0);
          expect(tail).toBeLessThanOrEqual(1);
          const slack = 1 + 1e-9;
          expect(negativeBinomialTail(k + 1, mean, dispersion)).toBeLessThanOrEqual(tail * slack);
          expect(negativeBinomialTail(k, mean * 1.1, dispersion) * slack).toBeGreaterThanOrEqual(tail);
        },
      ),
    );
  });

  it('is certain of at least nothing, and counts parts of a network as a whole one', () => {
    expect(negativeBinomialTail(0, 3, 0.1)).toBe(1);
    expect(negativeBinomialTail(-1, 3, 0.1)).toBe(1);
    expect(negativeBinomialTail(6.25, 3, 0.1)).toBe(negativeBinomialTail(7, 3, 0.1));
  });

  it('has wider tails the more complaints clump', () => {
    expect(negativeBinomialTail(30, 9, 0.5)).toBeGreaterThan(50 * negativeBinomialTail(30, 9, 0.1));
  });
});

describe('ln Γ', () => {
  it('is the logarithm of factorials', () => {
    let factorial = 0;
    for (let n = 1; n < 170; n += 1) {
      expect(logGamma(n + 1)).toBeCloseTo((factorial += Math.log(n)), 9);
    }
  });

  it('knows Γ(1/2) = √π and small arguments', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
    expect(logGamma(0.01)).toBeCloseTo(4.599479878042022, 12);
  });
});
