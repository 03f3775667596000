import { CAUSES, DECISIONS, type Cause, type Decision } from '../model/cause.ts';
import {
  FALSE_ACCUSATION,
  FALSE_REASSURANCE,
  HARMLESS_MISTAKE,
  UNCLEAR,
  UNCLEAR_IN_A_BREAK_IN,
} from './numbers/costs.ts';
import { CAUSE_COUNT } from './numbers/row.ts';

const costOf = (named: Decision, truth: Cause): number => {
  if (named === truth) return 0;
  if (named === 'unclear') return truth === 'account-compromise' ? UNCLEAR_IN_A_BREAK_IN : UNCLEAR;
  if (named === 'account-compromise') return FALSE_ACCUSATION;
  return truth === 'account-compromise' ? FALSE_REASSURANCE[named] : HARMLESS_MISTAKE;
};

/** The cost of each decision if each cause were true. */
const COSTS: readonly Float64Array[] = DECISIONS.map((named) =>
  Float64Array.from(CAUSES, (truth) => costOf(named, truth)),
);

const NAMES = new Map<Decision, number>(DECISIONS.map((decision, index) => [decision, index]));

/** What naming this cause (or nothing) is expected to cost under these beliefs. */
export const expectedCost = (decision: Decision, probabilities: Readonly<Float64Array>): number => {
  const costs = COSTS[NAMES.get(decision) ?? 0] as Float64Array;
  let sum = 0;
  for (let c = 0; c < CAUSE_COUNT; c += 1) sum += (costs[c] as number) * (probabilities[c] as number);
  return sum;
};
