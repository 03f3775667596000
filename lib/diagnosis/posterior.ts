import type { Evidence } from './evidence.ts';
import { DAMPED, GROUP_COUNT } from './numbers/log-likelihoods.ts';
import { CAUSE_COUNT } from './numbers/row.ts';

/** The beliefs after the evidence. */
export interface Posterior {
  /** Of each cause, in the order of `CAUSES`; they add up to 1. */
  readonly probabilities: Float64Array;
  /** ln of the prior used (not normalised). */
  readonly prior: Readonly<Float64Array>;
  /** What each piece of evidence counted: strength times damping, in the order of the evidence. */
  readonly weights: Float64Array;
}

/** Scratch space of `damp`, filled anew each time: allocating it was a third of a diagnosis. */
const strongest = new Float64Array(GROUP_COUNT);
const leader = new Int8Array(GROUP_COUNT);

/** Within a group of dependent evidence the strongest member counts fully and the others are damped. */
const damp = (evidence: readonly Evidence[], weights: Float64Array): void => {
  strongest.fill(0);
  for (let i = 0; i < evidence.length; i += 1) {
    const { group, spread, strength } = evidence[i] as Evidence;
    const force = strength * spread;
    if (force > (strongest[group] as number)) {
      strongest[group] = force;
      leader[group] = i;
    }
  }
  for (let i = 0; i < evidence.length; i += 1) {
    const { group, strength } = evidence[i] as Evidence;
    weights[i] = strength * (leader[group] === i ? 1 : DAMPED);
  }
};

/** Turns logarithms into probabilities, in place. */
const normalise = (logs: Float64Array): Float64Array => {
  let top = -Infinity;
  for (let c = 0; c < CAUSE_COUNT; c += 1) if ((logs[c] as number) > top) top = logs[c] as number;
  let sum = 0;
  for (let c = 0; c < CAUSE_COUNT; c += 1) sum += logs[c] = Math.exp((logs[c] as number) - top);
  for (let c = 0; c < CAUSE_COUNT; c += 1) logs[c] = (logs[c] as number) / sum;
  return logs;
};

/** Bayes in logarithms: the prior (ln, not normalised) plus what each piece of evidence says, by its weight. */
export const posterior = (prior: Readonly<Float64Array>, evidence: readonly Evidence[]): Posterior => {
  const weights = new Float64Array(evidence.length);
  damp(evidence, weights);
  const logs = new Float64Array(prior);
  for (let i = 0; i < evidence.length; i += 1) {
    const { row } = evidence[i] as Evidence;
    const weight = weights[i] as number;
    for (let c = 0; c < CAUSE_COUNT; c += 1) logs[c] = (logs[c] as number) + weight * (row[c] as number);
  }
  return { probabilities: normalise(logs), prior, weights };
};
