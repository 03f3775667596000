import { CAUSE_COUNT, type Row } from './numbers/row.ts';

/**
 * How much an answer is expected to tell about the cause, in nats: the mutual information between the cause and the
 * outcome. `outcomes` holds P(outcome | cause), one row an outcome; the rows add up to 1 for each cause.
 */
export const expectedGain = (probabilities: Readonly<Float64Array>, outcomes: readonly Row[]): number => {
  let gain = 0;
  for (const outcome of outcomes) {
    let overall = 0;
    for (let c = 0; c < CAUSE_COUNT; c += 1) overall += (probabilities[c] as number) * (outcome[c] as number);
    if (overall <= 0) continue;
    for (let c = 0; c < CAUSE_COUNT; c += 1) {
      const likelihood = outcome[c] as number;
      if (likelihood > 0) gain += (probabilities[c] as number) * likelihood * Math.log(likelihood / overall);
    }
  }
  return Math.max(0, gain);
};
