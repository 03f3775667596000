import { CAUSES, DECISIONS, type Cause, type Decision } from '../model/cause.ts';
import {
  FALSE_ACCUSATION,
  FALSE_REASSURANCE,
  FALSE_REASSURANCE_WATCHED,
  HARMLESS_MISTAKE,
  UNCLEAR,
  UNCLEAR_IN_A_BREAK_IN,
  WATCH_FROM,
} from './numbers/costs.ts';
import { CAUSE_COUNT, indexOf, type Row } from './numbers/row.ts';

type Table = Readonly<Record<Cause, number>>;

const costOf = (named: Decision, truth: Cause, reassurance: Table): number => {
  if (named === truth) return 0;
  if (named === 'unclear') return truth === 'account-compromise' ? UNCLEAR_IN_A_BREAK_IN : UNCLEAR;
  if (named === 'account-compromise') return FALSE_ACCUSATION;
  return truth === 'account-compromise' ? reassurance[named] : HARMLESS_MISTAKE;
};

/** The cost of each decision if each cause were true. */
const tableOf = (reassurance: Table): readonly Row[] =>
  DECISIONS.map((named) => CAUSES.map((truth) => costOf(named, truth, reassurance)));

const COSTS = tableOf(FALSE_REASSURANCE);
const COSTS_WATCHED = tableOf(FALSE_REASSURANCE_WATCHED);

const BREAK_IN = indexOf('account-compromise');

const NAMES = new Map<Decision, number>(DECISIONS.map((decision, index) => [decision, index]));

/**
 * What naming this cause (or nothing) is expected to cost under these beliefs, which also decide whether the alarm that
 * goes with it asks the person to look.
 */
export const expectedCost = (decision: Decision, probabilities: Row): number =>
  costOfNth(NAMES.get(decision) ?? 0, probabilities);

/** The same of a decision by its place in `DECISIONS`. */
export const costOfNth = (nth: number, probabilities: Row): number => {
  const watched = (probabilities[BREAK_IN] as number) >= WATCH_FROM;
  const costs = (watched ? COSTS_WATCHED : COSTS)[nth] as Row;
  let sum = 0;
  for (let c = 0; c < CAUSE_COUNT; c += 1) sum += (costs[c] as number) * (probabilities[c] as number);
  return sum;
};
