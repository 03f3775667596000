import { isCalledHealthy } from './refusals.ts';
import type { ServiceFacts } from './service-facts.ts';
import { lastOf } from './signs.ts';

/** When the service last failed here without having worked since; -Infinity if it works. */
const failsHereSince = (facts: ServiceFacts): number => {
  const failed = lastOf(facts.signs, 'page:error', 'page:unavailable', 'errors-in-a-row', 'login:error');
  return failed < facts.lastSuccessAt ? -Infinity : failed;
};

/**
 * Keeps up whether "refused twice, on another device too, and the person changed nothing" stands as direct
 * evidence. It begins to stand while the feed says that the service is healthy, as it did of the two refusals, and nothing failed
 * here since the first of them; it stands on when that word has expired. An answer ends it, or an outage that excuses the refusals.
 */
export const noteRefusedEverywhere = (facts: ServiceFacts, at: number): void => {
  const said =
    facts.answers.get('changed-password-yourself') === 'no' &&
    facts.answers.get('works-on-another-device') === 'no';
  if (!said) facts.refusedEverywhere = false;
  else if (facts.refusals.length >= 2 && isCalledHealthy(facts, at)) {
    const failed = failsHereSince(facts);
    const { refusals, refusedWhileHealthy: healthy } = facts;
    if (refusals.filter((time) => time > failed && healthy.includes(time)).length >= 2)
      facts.refusedEverywhere = true;
  }
};
