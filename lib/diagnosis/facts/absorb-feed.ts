import { feedFact, feedHolds, freshness } from './feed-fact.ts';
import type { ObservationOf } from '../../model/observation.ts';
import type { ServiceFacts } from './service-facts.ts';
import { excuseRefusals } from './refusals.ts';

/**
 * Takes a feed observation in. A verified entry replaces the one before; anything else leaves it to run out (what
 * could not be read says nothing, rule S4). A new `outage` keeps the entry before it beside it until that expires,
 * so that a weaker word for the same outage never points back at the account (rule S6).
 */
export const absorbFeed = (facts: ServiceFacts, seen: ObservationOf<'feed'>, at: number): void => {
  if (seen.state !== 'verified') return;
  const fact = feedFact(at, seen.age, seen.ttl, seen.entry);
  if (!feedHolds(fact, at)) return;
  const last = feedHolds(facts.feed, at) ? facts.feed : null;
  const held = feedHolds(facts.heldFeed, at) ? facts.heldFeed : null;
  if (fact.status === 'outage') {
    facts.heldFeed = [last, held].reduce(
      (best, one) => (one && (!best || freshness(one, at) > freshness(best, at)) ? one : best),
      null,
    );
  } else facts.heldFeed = null;
  facts.feed = fact;
  if (fact.status === 'outage') excuseRefusals(facts, seen.entry, at);
};
