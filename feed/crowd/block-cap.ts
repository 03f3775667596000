import { BLOCK_SHARE } from './numbers.ts';

/** How many distinct networks a count has, and how they lie in blocks (the largest first; the smallest may be left out). */
export interface Blocks {
  readonly networks: number;
  readonly blocks: readonly number[];
}

const MOST_AT_THE_CAP = 1 / BLOCK_SHARE;

/**
 * Networks with no block counting for more than a fifth of the whole: the largest total T with T = Σ min(block, T/5).
 * One block alone can so add at most a quarter to what all others say. Where fewer than five networks would be left, each
 * block counts as one network: four people in four places are four.
 */
export const cappedNetworks = ({ networks, blocks }: Blocks): number => {
  const largest = [...blocks].filter((size) => size > 0).sort((one, other) => other - one);
  const named = largest.reduce((sum, size) => sum + size, 0);
  const others = Math.max(0, networks - named);
  let rest = named + others;
  for (let atCap = 0; atCap < MOST_AT_THE_CAP; atCap += 1) {
    const total = rest / (1 - atCap * BLOCK_SHARE);
    const next = largest[atCap] ?? 0;
    if (next <= total * BLOCK_SHARE + 1e-9) {
      if (total >= MOST_AT_THE_CAP) return total;
      break;
    }
    rest -= next;
  }
  return Math.min(MOST_AT_THE_CAP, largest.length + others);
};
