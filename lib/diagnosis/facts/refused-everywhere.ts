import { feedHolds } from './feed-fact.ts';
import type { ServiceFacts } from './service-facts.ts';

const failsHere = (facts: ServiceFacts): boolean =>
  facts.signs.has('page:error') ||
  facts.signs.has('page:unavailable') ||
  facts.signs.has('errors-in-a-row') ||
  facts.signs.has('login:error');

/**
 * Keeps up whether "refused twice, on another device too, and the person changed nothing" stands as direct
 * evidence. It begins to stand while the feed says that the service is healthy, and stands on when that word has
 * expired; an answer or a feed that shows trouble ends it.
 */
export const noteRefusedEverywhere = (facts: ServiceFacts, at: number): void => {
  const said =
    facts.answers.get('changed-password-yourself') === 'no' &&
    facts.answers.get('works-on-another-device') === 'no';
  if (!said) facts.refusedEverywhere = false;
  else if (
    feedHolds(facts.feed, at) &&
    facts.feed.status === 'operational' &&
    (facts.signs.get('refused')?.count ?? 0) >= 2 &&
    !failsHere(facts)
  )
    facts.refusedEverywhere = true;
};
