import type { Random } from '../../calibrate/random.ts';

/** A Poisson draw with this mean: by products of uniforms, in parts of at most 30 so that nothing underflows. */
export const poisson = (random: Random, mean: number): number => {
  let count = 0;
  for (let left = mean; left > 0; left -= 30) {
    const limit = Math.exp(-Math.min(30, left));
    for (let product = random.unit(); product > limit; product *= random.unit()) count += 1;
  }
  return count;
};
