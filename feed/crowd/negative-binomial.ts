import { logGamma } from './log-gamma.ts';

const TINY = 1e-300;
const PRECISION = 1e-15;
/** Terms grow with the root of the larger parameter: this is enough for counts of 10^8. */
const MOST_TERMS = 100_000;

const awayFromZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

/** The continued fraction of the incomplete beta function (DLMF 8.17.22) by the modified method of Lentz. */
const betaFraction = (x: number, a: number, b: number): number => {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  const step = (coefficient: number): number => {
    d = 1 / awayFromZero(1 + coefficient * d);
    c = awayFromZero(1 + coefficient / c);
    value *= c * d;
    return c * d;
  };
  for (let m = 1; m <= MOST_TERMS; m += 1) {
    const even = a + 2 * m;
    step((m * (b - m) * x) / ((even - 1) * even));
    const change = step((-(a + m) * (a + b + m) * x) / (even * (even + 1)));
    if (Math.abs(change - 1) < PRECISION) return value;
  }
  return value;
};

/** x^a (1 − x)^b / (a B(a, b)) × the fraction; `y` is 1 − x, handed over so that no digits are lost. */
const lowerBeta = (x: number, y: number, a: number, b: number): number => {
  const front = a * Math.log(x) + b * Math.log(y) + logGamma(a + b) - logGamma(a) - logGamma(b) - Math.log(a);
  return Math.exp(front) * betaFraction(x, a, b);
};

/**
 * P(X ≥ count) for a negative binomial X with this mean and variance mean + dispersion × mean².
 *
 * P(X ≥ k) = I_p(k, r), the regularised incomplete beta function, with r = 1/dispersion and p = mean/(mean + r)
 * (DLMF §8.17, equation 8.17.24 read for real r). Far in the tail the small number itself is computed, never one minus a number near 1, so that
 * 1e-200 is as exact as 0.1 (about ten digits; below 1e-300 the answer is 0).
 *
 * @param count rounded up; at or below 0 the answer is 1.
 * @param mean above 0. @param dispersion above 0.
 */
export const negativeBinomialTail = (count: number, mean: number, dispersion: number): number => {
  const a = Math.ceil(count);
  if (a <= 0) return 1;
  const b = 1 / dispersion;
  const x = mean / (mean + b);
  const y = b / (mean + b);
  const tail = x < (a + 1) / (a + b + 2) ? lowerBeta(x, y, a, b) : 1 - lowerBeta(y, x, b, a);
  return Math.min(1, Math.max(0, tail));
};
