import { FAILURE_FADES } from '../numbers/windows.ts';
import type { ServiceFacts } from './service-facts.ts';
import type { Sign } from './signs.ts';

/** Failures that speak against the service. */
const FAILURES: readonly Sign[] = [
  'page:error',
  'page:unavailable',
  'login:error',
  'errors-in-a-row',
  'request:server-error',
  'request:transport',
  'request:tls',
];

/** When what had failed was seen to work: a sign-in by being in, the way to the service by any answer, all else by a page. */
const workedAt = (facts: ServiceFacts, sign: Sign): number => {
  if (sign === 'login:error') return facts.inAt;
  return sign === 'request:transport' || sign === 'request:tls' ? facts.reachedAt : facts.lastSuccessAt;
};

const isExplained = (facts: ServiceFacts, sign: Sign, last: number): boolean =>
  (sign === 'request:transport' || sign === 'request:tls') && last <= facts.explainedAt;

/**
 * The person lost the account's session, or is refused, at `at`: what failed long before, or (where this is the
 * beginning of that, `anew`) had been seen to work again since, is no part of it. Without such news a failure stays
 * what took the access away, however long ago.
 */
export const settleFailures = (facts: ServiceFacts, at: number, anew: boolean): void => {
  for (const sign of FAILURES) {
    const seen = facts.signs.get(sign);
    if (!seen) continue;
    const over = anew && (seen.last < workedAt(facts, sign) || isExplained(facts, sign, seen.last));
    if (over || seen.last < at - FAILURE_FADES) facts.signs.delete(sign);
  }
  if (FAILURES.some((sign) => facts.signs.has(sign))) return;
  facts.failsInside = false;
  facts.lastFailureAt = -Infinity;
};

/** A session was lost at `at`: what was over before it, failures and slips of the finger, is no part of it. */
export const settleBeforeLoss = (facts: ServiceFacts, at: number): void => {
  settleFailures(facts, at, true);
  const refused = facts.signs.get('refused');
  if (refused && refused.last < facts.inAt && !facts.refusedEverywhere) facts.signs.delete('refused');
};
