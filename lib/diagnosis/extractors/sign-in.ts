import { counted, type Evidence, type Extractor } from '../evidence.ts';
import { feedHolds } from '../facts/feed-fact.ts';
import type { ServiceFacts } from '../facts/service-facts.ts';
import type { Sighting } from '../facts/signs.ts';
import { REFUSED_WHEN_HEALTH_UNKNOWN } from '../numbers/likelihoods.ts';
import { LOG_LIKELIHOODS, LOG_REFUSED } from '../numbers/log-likelihoods.ts';

/** What a refusal says depends on how the service is doing and on what else is known of it. */
const refusal = (facts: ServiceFacts, refused: Sighting, at: number): Evidence => {
  const detail = { count: refused.count };
  if (facts.refusedEverywhere)
    return { kind: 'sign-in-refused', row: LOG_REFUSED.everywhere, strength: 1, detail };
  const healthy = feedHolds(facts.feed, at) && facts.feed.status === 'operational';
  return {
    kind: 'sign-in-refused',
    row: refused.count >= 2 ? LOG_REFUSED.twice : LOG_LIKELIHOODS['sign-in-refused'],
    strength: healthy ? 1 : REFUSED_WHEN_HEALTH_UNKNOWN,
    detail,
  };
};

/** What came of signing in again. */
export const signIn: Extractor = ({ facts, at }, found) => {
  const { signs } = facts;
  const refused = signs.get('refused');
  const excused = signs.get('refused-in-trouble');
  if (refused) found.push(refusal(facts, refused, at));
  else if (excused)
    found.push({
      kind: 'sign-in-refused',
      row: LOG_REFUSED['in-trouble'],
      strength: 1,
      detail: { count: excused.count },
    });
  const failed = signs.get('login:error');
  if (failed) found.push(counted('sign-in-error', failed));
  const challenged = signs.get('login:challenged');
  if (challenged) found.push(counted('sign-in-challenged', challenged));
  // A sign-in from before the session was lost says nothing of whether signing in works now.
  const works = signs.get('login:accepted') ?? signs.get('started');
  const lost = signs.get('session-lost');
  if (works && lost && works.last >= lost.last) found.push(counted('sign-in-works', works));
};
