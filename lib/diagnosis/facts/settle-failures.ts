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
 * The person lost the account's session (`lost`), or is refused, at `at`: what failed long before, or (where this is the
 * beginning of that, `anew`) had been seen to work again since, is no part of it. Without such news a failure stays what
 * took the access away, however long ago. But an outage that goes on would have been seen again, and a stray failure
 * falls into any long time: what was seen before a loss counts the less the longer before, and errors that were no two in
 * a row not at all.
 */
export const settleFailures = (facts: ServiceFacts, at: number, anew: boolean, lost = false): void => {
  const { signs } = facts;
  const stray = lost && !signs.has('errors-in-a-row');
  for (const sign of FAILURES) {
    const seen = signs.get(sign);
    if (!seen) continue;
    const left = 1 - (at - seen.last) / FAILURE_FADES;
    const over = anew && (seen.last < workedAt(facts, sign) || isExplained(facts, sign, seen.last));
    const gone = over || left < 0 || (stray && sign.startsWith('request:'));
    if (gone || lost) signs.delete(sign);
    if (!gone && lost) signs.set(sign, { ...seen, part: left ** 2 });
  }
  if (FAILURES.some((sign) => signs.has(sign))) return;
  facts.failsInside = false;
  facts.lastFailureAt = -Infinity;
};

/** A session was lost at `at`: what was over before it, failures and slips of the finger, is no part of it. */
export const settleBeforeLoss = (facts: ServiceFacts, at: number): void => {
  // Who is out already loses nothing more: an old dialog says nothing of when the session went.
  settleFailures(facts, at, true, facts.signedIn !== false);
  const refused = facts.signs.get('refused');
  if (refused && refused.last < facts.inAt && !facts.refusedEverywhere) facts.signs.delete('refused');
};
