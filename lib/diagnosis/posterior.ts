import { CAUSES, type Cause } from '../model/cause.ts';
import type { Evidence } from './evidence.ts';
import { COMPROMISE_PRIOR_AT_MOST, HISTORY_AT_MOST, PRIOR_WORTH, PRIORS } from './numbers/priors.ts';
import { DAMPED, GROUPS } from './numbers/groups.ts';
import { CAUSE_COUNT, spread } from './numbers/row.ts';

/** The beliefs after the evidence. */
export interface Posterior {
  /** Of each cause, in the order of `CAUSES`; they add up to 1. */
  readonly probabilities: Float64Array;
  /** ln of the prior used (not normalised). */
  readonly prior: Float64Array;
  /** What each piece of evidence counted: strength times damping, in the order of the evidence. */
  readonly weights: Float64Array;
}

/**
 * The base rates, informed by how this person's past incidents at this service ended. Past harmless incidents never
 * make a break-in less probable than the base rate.
 */
export const priorOf = (history: ReadonlyMap<Cause, number>): Float64Array => {
  let total = 0;
  for (const count of history.values()) total += count;
  const share = total > HISTORY_AT_MOST ? HISTORY_AT_MOST / total : 1;
  const worth = PRIOR_WORTH + total * share;
  return Float64Array.from(CAUSES, (cause) => {
    const base = PRIORS[cause];
    const informed = (base * PRIOR_WORTH + (history.get(cause) ?? 0) * share) / worth;
    if (cause !== 'account-compromise') return Math.log(informed);
    return Math.log(Math.min(COMPROMISE_PRIOR_AT_MOST, Math.max(base, informed)));
  });
};

/** Within a group of dependent evidence the strongest member counts fully and the others are damped. */
const damp = (evidence: readonly Evidence[], weights: Float64Array): void => {
  const strongest = new Map<string, number>();
  const force = (index: number): number => {
    const one = evidence[index];
    return one ? one.strength * spread(one.row) : 0;
  };
  for (let i = 0; i < evidence.length; i += 1) {
    const group = GROUPS[(evidence[i] as Evidence).kind];
    if (group === undefined) continue;
    const leader = strongest.get(group);
    if (leader === undefined || force(i) > force(leader)) strongest.set(group, i);
  }
  for (let i = 0; i < evidence.length; i += 1) {
    const one = evidence[i] as Evidence;
    const group = GROUPS[one.kind];
    weights[i] = one.strength * (group !== undefined && strongest.get(group) !== i ? DAMPED : 1);
  }
};

const normalise = (logs: Float64Array): Float64Array => {
  let top = -Infinity;
  for (let c = 0; c < CAUSE_COUNT; c += 1) top = Math.max(top, logs[c] as number);
  let sum = 0;
  for (let c = 0; c < CAUSE_COUNT; c += 1) sum += logs[c] = Math.exp((logs[c] as number) - top);
  for (let c = 0; c < CAUSE_COUNT; c += 1) logs[c] = (logs[c] as number) / sum;
  return logs;
};

/** Bayes in logarithms: prior plus what each piece of evidence says, by its weight. */
export const posterior = (prior: Float64Array, evidence: readonly Evidence[]): Posterior => {
  const weights = new Float64Array(evidence.length);
  damp(evidence, weights);
  const logs = Float64Array.from(prior);
  for (let i = 0; i < evidence.length; i += 1) {
    const { row } = evidence[i] as Evidence;
    const weight = weights[i] as number;
    for (let c = 0; c < CAUSE_COUNT; c += 1) logs[c] = (logs[c] as number) + weight * (row[c] as number);
  }
  return { probabilities: normalise(logs), prior, weights };
};
