import type { Random } from '../../calibrate/random.ts';
import { BLOCKS_A_REGION, NETWORKS_A_BLOCK, REGIONS } from './assumptions.ts';

/** Somebody who has opted in, as far as the server can tell: the network, its block, the region. */
export interface Person {
  readonly network: number;
  readonly block: number;
  readonly region: number;
}

const cumulative = (weights: readonly number[]): number[] => {
  let sum = 0;
  const sums = weights.map((weight) => (sum += weight));
  return sums.map((value) => value / sum);
};

const PROVIDERS = cumulative(Array.from({ length: BLOCKS_A_REGION }, (_, rank) => 1 / (rank + 10)));
const WHERE = cumulative(REGIONS.map(({ share }) => share));

const draw = (sums: readonly number[], at: number): number => {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 1) > at) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** People at random: the large providers have many of them. */
export const createPopulation = (random: Random, size: number): readonly Person[] =>
  Array.from({ length: size }, () => {
    const region = draw(WHERE, random.unit());
    const block = region * BLOCKS_A_REGION + draw(PROVIDERS, random.unit());
    return { region, block, network: block * NETWORKS_A_BLOCK + random.integer(0, NETWORKS_A_BLOCK - 1) };
  });
