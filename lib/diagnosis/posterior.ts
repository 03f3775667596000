import type { Evidence } from './evidence.ts';
import { DAMPED, GROUP_COUNT } from './numbers/log-likelihoods.ts';
import { CAUSE_COUNT, type Row } from './numbers/row.ts';

/** The beliefs after the evidence. */
export interface Posterior {
  /** Of each cause, in the order of `CAUSES`; they add up to 1. */
  readonly probabilities: Row;
  /** ln of the prior used (not normalised). */
  readonly prior: Row;
  /** What each piece of evidence counted: strength times damping, in the order of the evidence. */
  readonly weights: readonly number[];
}

/** Scratch space of `findLeaders`, by group: allocating it was a third of a diagnosis. */
const strongest = Array.from({ length: GROUP_COUNT }, () => 0.5);
const leader = Array.from({ length: GROUP_COUNT }, () => 0);

/** Notes the strongest member of each group of dependent evidence. */
const findLeaders = (evidence: readonly Evidence[]): void => {
  for (let i = 0; i < evidence.length; i += 1) strongest[(evidence[i] as Evidence).group] = 0;
  for (let i = 0; i < evidence.length; i += 1) {
    const { group, spread, strength } = evidence[i] as Evidence;
    const force = strength * spread;
    if (force > (strongest[group] as number)) {
      strongest[group] = force;
      leader[group] = i;
    }
  }
};

/** Turns logarithms into probabilities, in place. */
const normalise = (logs: number[]): Row => {
  let top = -Infinity;
  for (let c = 0; c < CAUSE_COUNT; c += 1) if ((logs[c] as number) > top) top = logs[c] as number;
  let sum = 0;
  for (let c = 0; c < CAUSE_COUNT; c += 1) sum += logs[c] = Math.exp((logs[c] as number) - top);
  for (let c = 0; c < CAUSE_COUNT; c += 1) logs[c] = (logs[c] as number) / sum;
  return logs;
};

/**
 * Bayes in logarithms: the prior (ln, not normalised) plus what each piece of evidence says, by its weight. Within a
 * group of dependent evidence the strongest member counts fully and the others are damped.
 */
export const posterior = (prior: Row, evidence: readonly Evidence[]): Posterior => {
  findLeaders(evidence);
  const weights: number[] = [];
  const logs = prior.slice();
  for (let i = 0; i < evidence.length; i += 1) {
    const { row, group, strength } = evidence[i] as Evidence;
    const weight = strength * (leader[group] === i ? 1 : DAMPED);
    weights.push(weight);
    for (let c = 0; c < CAUSE_COUNT; c += 1) logs[c] = (logs[c] as number) + weight * (row[c] as number);
  }
  return { probabilities: normalise(logs), prior, weights };
};
