import { CAUSES, type Cause } from '../model/cause.ts';
import { COMPROMISE_PRIOR_AT_MOST, HISTORY_AT_MOST, PRIOR_WORTH, PRIORS } from './numbers/priors.ts';
import type { Row } from './numbers/row.ts';

/**
 * The base rates, informed by how this person's past incidents at this service ended. Past harmless incidents never
 * make a break-in less probable than the base rate.
 */
export const priorOf = (history: ReadonlyMap<Cause, number>): Row => {
  let total = 0;
  for (const count of history.values()) total += count;
  const share = total > HISTORY_AT_MOST ? HISTORY_AT_MOST / total : 1;
  const worth = PRIOR_WORTH + total * share;
  return CAUSES.map((cause) => {
    const base = PRIORS[cause];
    const informed = (base * PRIOR_WORTH + (history.get(cause) ?? 0) * share) / worth;
    if (cause !== 'account-compromise') return Math.log(informed);
    return Math.log(Math.min(COMPROMISE_PRIOR_AT_MOST, Math.max(base, informed)));
  });
};

/** The prior of somebody without a history. */
export const BASE_RATES = priorOf(new Map());
