import type { Observation } from '../model/observation.ts';
import { toMillis } from '../model/timestamp.ts';
import { feedFact } from './facts/feed-fact.ts';
import { QUIET, RECHECKS } from './numbers/windows.ts';

/**
 * The next moment (ms) after `after` (ms) at which the passing of time alone can change what is said: a re-check, the
 * expiry of a feed, the closing of an incident that has gone quiet or recovered (a minute later, which is a
 * re-check). null if there is none.
 */
export const recheckTimes = (observations: readonly Observation[], after: number): number | null => {
  let soonest = Infinity;
  const consider = (moment: number): void => {
    if (moment > after && moment < soonest) soonest = moment;
  };
  for (const seen of observations) {
    const at = toMillis(seen.at);
    if (at > after) continue;
    for (const delay of RECHECKS) consider(at + delay);
    consider(at + QUIET);
    if (seen.kind === 'feed' && seen.state === 'verified')
      consider(feedFact(at, seen.age, seen.ttl, seen.entry).expiresAt);
  }
  return soonest === Infinity ? null : soonest;
};
