import { judgeCase } from './judge/judge-case.ts';
import type { Mix } from './mixes.ts';
import { numberedCase } from './numbered-case.ts';
import { addCase, emptyTally, type Tally } from './tally/tally.ts';

/** Draws, replays and judges the cases `from` to `to` (excluded) of a population. `onCase` is called after each. */
export const tallyCases = (
  mix: Mix,
  seed: number,
  from: number,
  to: number,
  onCase: () => void = () => undefined,
): Tally => {
  const tally = emptyTally();
  for (let number = from; number < to; number += 1) {
    addCase(tally, judgeCase(numberedCase({ mix, seed, number })), number);
    onCase();
  }
  return tally;
};
