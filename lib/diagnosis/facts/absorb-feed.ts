import { feedFact, feedHolds, freshness, type FeedFact } from './feed-fact.ts';
import type { ObservationOf } from '../../model/observation.ts';
import type { ServiceFacts } from './service-facts.ts';
import { excuseRefusals, noteHealth } from './refusals.ts';

/** How much an earlier entry tells beside a new outage: all its parts, but for "operational", which that replaces. */
const tells = (one: FeedFact, at: number): number => {
  const { status, massLogout, signInWorks, suspensions, official } = one.worth;
  const rest = massLogout + signInWorks + suspensions + official;
  return freshness(one, at) * (one.status === 'operational' ? rest : status + rest);
};

/** Whether the newer word of an outage says all that the earlier one says, and as strongly. */
const saysAllOf = (newer: FeedFact, one: FeedFact, at: number): boolean =>
  one.status === 'outage' &&
  one.refusing === newer.refusing &&
  (Object.keys(one.worth) as (keyof FeedFact['worth'])[]).every(
    (part) => one.worth[part] * freshness(one, at) <= newer.worth[part] * freshness(newer, at),
  );

/**
 * Takes a feed observation in. A verified entry replaces the one before; anything else leaves it to run out (what
 * could not be read says nothing, rule S4). A new `outage` keeps the entry before it (or the one that was kept, if
 * that tells more, or tells what the new one does not) beside it until that expires, so that a weaker word for the same
 * outage never points back at the account (rule S6).
 */
export const absorbFeed = (facts: ServiceFacts, seen: ObservationOf<'feed'>, at: number): void => {
  if (seen.state !== 'verified') return;
  const fact = feedFact(at, seen.age, seen.ttl, seen.entry);
  if (!feedHolds(fact, at)) return;
  const last = feedHolds(facts.feed, at) ? facts.feed : null;
  const held = feedHolds(facts.heldFeed, at) ? facts.heldFeed : null;
  if (fact.status === 'outage') {
    facts.heldFeed = [last, held].reduce(
      (best, one) =>
        one && !saysAllOf(fact, one, at) && tells(one, at) > (best ? tells(best, at) : 0) ? one : best,
      null,
    );
  } else facts.heldFeed = null;
  facts.feed = fact;
  if (fact.status === 'outage') excuseRefusals(facts, seen.entry, at);
  else noteHealth(facts, at);
};
