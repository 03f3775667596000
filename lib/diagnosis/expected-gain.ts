import type { Alarm, Decision } from '../model/cause.ts';
import { BREAK_IN_COUNTS, UNSAID_COUNTS } from './numbers/gain.ts';
import { CAUSE_COUNT, indexOf, type Row } from './numbers/row.ts';

type Beliefs = Row;

/** What is said, and the beliefs (of each cause, adding up to 1) with which it is said. */
export interface SaidWith {
  readonly decision: Decision;
  readonly alarm: Alarm;
  readonly posterior: { readonly probabilities: Beliefs };
}

/** One thing that a check may show: how probable it is, and what would be said and believed after it. */
export interface Outcome {
  readonly chance: number;
  readonly after: SaidWith;
}

/** P(outcome) under these beliefs, from P(outcome | cause). */
export const chanceOf = (beliefs: Beliefs, row: Row): number => {
  let overall = 0;
  for (let c = 0; c < CAUSE_COUNT; c += 1) overall += (beliefs[c] as number) * (row[c] as number);
  return overall;
};

/** How far beliefs moved, in nats: the divergence of those after from those before. */
export const moved = (before: Beliefs, after: Beliefs): number => {
  let sum = 0;
  for (let c = 0; c < CAUSE_COUNT; c += 1) {
    const p = after[c] as number;
    if (p > 0) sum += p * Math.log(p / (before[c] as number));
  }
  return Math.max(0, sum);
};

/** How likely what is said is true, a break-in counting more. An `act` says break-in, whatever the cause; "not sure" says nothing. */
const truthOf = ({ decision, alarm }: Pick<SaidWith, 'decision' | 'alarm'>, beliefs: Beliefs): number => {
  const breakIn = BREAK_IN_COUNTS * (beliefs[indexOf('account-compromise')] as number);
  if (decision === 'account-compromise') return breakIn;
  const named = decision === 'unclear' ? 0 : (beliefs[indexOf(decision)] as number);
  return named + (alarm === 'act' ? breakIn : 0);
};

/**
 * The expected gain of a check: how much likelier it makes that what is said is true, against going on as now, and a
 * little for what it tells (nats) without changing what is said. Outcomes that tell nothing ("not sure") are left out.
 */
export const expectedGain = (now: SaidWith, outcomes: readonly Outcome[]): number => {
  let said = 0;
  let told = 0;
  for (const { chance, after } of outcomes) {
    const beliefs = after.posterior.probabilities;
    said += chance * (truthOf(after, beliefs) - truthOf(now, beliefs));
    told += chance * moved(now.posterior.probabilities, beliefs);
  }
  return Math.max(0, said) + UNSAID_COUNTS * told;
};
