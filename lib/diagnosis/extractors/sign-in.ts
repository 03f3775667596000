import { counted, evidence, type Evidence, type Extractor } from '../evidence.ts';
import { gotInAtOnce, signedInSince } from '../got-in.ts';
import { feedHolds } from '../facts/feed-fact.ts';
import type { ServiceFacts } from '../facts/service-facts.ts';
import type { Sighting } from '../facts/signs.ts';
import { REFUSED_WHEN } from '../numbers/likelihoods.ts';
import { LOG_LIKELIHOODS, LOG_REFUSED, LOG_WORKS_AT_LAST } from '../numbers/log-likelihoods.ts';

/** What a refusal says depends on how the service is doing and on what else is known of it. */
const refusal = (facts: ServiceFacts, refused: Sighting, at: number): Evidence => {
  const detail = { count: refused.count };
  if (facts.refusedEverywhere) return evidence('sign-in-refused', 1, detail, LOG_REFUSED.everywhere);
  // Who changed the password is refused with the old one, whatever else is going on.
  if (facts.answers.get('changed-password-yourself') === 'yes')
    return evidence('sign-in-refused', 1, detail, LOG_REFUSED.explained);
  return evidence(
    'sign-in-refused',
    REFUSED_WHEN[feedHolds(facts.feed, at) ? facts.feed.status : 'unknown'],
    detail,
    refused.count >= 2 ? LOG_REFUSED.twice : LOG_LIKELIHOODS['sign-in-refused'],
  );
};

/** What came of signing in again. */
export const signIn: Extractor = (scene, found) => {
  const { facts, at } = scene;
  const { signs } = facts;
  const refused = signs.get('refused');
  const excused = signs.get('refused-in-trouble');
  if (refused) found.push(refusal(facts, refused, at));
  else if (excused)
    found.push(evidence('sign-in-refused', 1, { count: excused.count }, LOG_REFUSED.explained));
  const failed = signs.get('login:error');
  if (failed) found.push(counted('sign-in-error', failed));
  const challenged = signs.get('login:challenged');
  if (challenged) found.push(counted('sign-in-challenged', challenged));
  const works = signedInSince(scene);
  if (works && gotInAtOnce(scene)) found.push(counted('sign-in-works', works));
  else if (works) found.push(evidence('sign-in-works', 1, { count: works.count }, LOG_WORKS_AT_LAST));
};
