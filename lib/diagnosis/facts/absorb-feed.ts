import { feedFact, feedHolds, freshness, showsTrouble } from './feed-fact.ts';
import type { ObservationOf } from '../../model/observation.ts';
import type { ServiceFacts } from './service-facts.ts';
import type { Sighting } from './signs.ts';

const together = (one: Sighting | undefined, other: Sighting): Sighting =>
  one
    ? {
        count: one.count + other.count,
        last: Math.max(one.last, other.last),
        number: undefined,
        asEvidence: null,
      }
    : other;

/**
 * Passwords refused before the feed knew of trouble were refused by the trouble: on 2024-03-05 the feed was
 * minutes behind. They are no evidence against the person's account.
 */
const excuseRefusals = (facts: ServiceFacts): void => {
  const refused = facts.signs.get('refused');
  facts.refusedEverywhere = false;
  if (!refused) return;
  facts.signs.set('refused-in-trouble', together(facts.signs.get('refused-in-trouble'), refused));
  facts.signs.delete('refused');
};

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
  if (showsTrouble(fact)) excuseRefusals(facts);
};
