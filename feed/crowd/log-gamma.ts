/** Coefficients of Lanczos' approximation with g = 7 and nine terms (P. Godfrey, 2001): about 15 right digits. */
const G = 7;
const FIRST = 0.99999999999980993;
const REST: readonly number[] = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const HALF_LOG_TWO_PI = 0.9189385332046727;

/** ln Γ(z) for z > 0. Source: C. Lanczos, SIAM J. Numer. Anal. B 1 (1964) 86–96. */
export const logGamma = (z: number): number => {
  // The approximation is good from 0.5 on; below, Γ(z) = Γ(z + 1)/z.
  if (z < 0.5) return logGamma(z + 1) - Math.log(z);
  const x = z - 1;
  const t = x + G + 0.5;
  const sum = REST.reduce((total, coefficient, index) => total + coefficient / (x + index + 1), FIRST);
  return HALF_LOG_TWO_PI + (x + 0.5) * Math.log(t) - t + Math.log(sum);
};
