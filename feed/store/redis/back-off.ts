import type { RandomBytes } from '../count-store.ts';

const FIRST = 50;
const LONGEST = 3000;

/**
 * How long to wait before connecting anew, in milliseconds: 50 ms, then twice as long each time up to 3 s, each between
 * half and whole by lot, so that many nodes do not come back in step.
 */
export const backOff = (failures: number, random: RandomBytes): number => {
  const longest = Math.min(LONGEST, FIRST * 2 ** Math.min(failures, 10));
  return longest * (0.5 + (random(1)[0] ?? 0) / 512);
};
