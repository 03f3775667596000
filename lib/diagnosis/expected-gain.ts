import { CAUSE_COUNT, type Row } from './numbers/row.ts';

/** One thing that a question or measurement may show: P(outcome | cause), and how much of its word counts (0 to 1). */
export interface Outcome {
  readonly row: Row;
  readonly counts: number;
}

/** P(outcome) under these beliefs. */
export const chanceOf = (probabilities: Readonly<Float64Array>, row: Row): number => {
  let overall = 0;
  for (let c = 0; c < CAUSE_COUNT; c += 1) overall += (probabilities[c] as number) * (row[c] as number);
  return overall;
};

/**
 * How far the beliefs move, in nats, when the outcome is seen: the divergence of the beliefs after it from those
 * before. What counts by `counts` moves them as the posterior does: by that share of its logarithm.
 */
const moved = (probabilities: Readonly<Float64Array>, { row, counts }: Outcome): number => {
  let sum = 0;
  let mean = 0;
  for (let c = 0; c < CAUSE_COUNT; c += 1) {
    const likelihood = row[c] as number;
    if (likelihood <= 0) continue;
    const weight = (probabilities[c] as number) * (counts === 1 ? likelihood : likelihood ** counts);
    sum += weight;
    mean += weight * counts * Math.log(likelihood);
  }
  return sum > 0 ? mean / sum - Math.log(sum) : 0;
};

/**
 * How much an answer is expected to tell about the cause, in nats: of each outcome that the diagnosis makes something
 * of, how far it would move the beliefs, by how probable it is. With outcomes that count fully and add up to 1 for
 * each cause it is the mutual information between the cause and the answer.
 */
export const expectedGain = (probabilities: Readonly<Float64Array>, outcomes: readonly Outcome[]): number => {
  let gain = 0;
  for (const outcome of outcomes) {
    const chance = chanceOf(probabilities, outcome.row);
    if (chance > 0) gain += chance * moved(probabilities, outcome);
  }
  return Math.max(0, gain);
};
