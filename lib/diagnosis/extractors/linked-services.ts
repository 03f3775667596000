import { evidence, type Extractor } from '../evidence.ts';
import { feedHolds } from '../facts/feed-fact.ts';
import type { ServiceFacts } from '../facts/service-facts.ts';
import { lastOf } from '../facts/signs.ts';
import { linkedTo } from '../numbers/families.ts';
import { BEFORE_OPENING, ENDED_TOGETHER } from '../numbers/windows.ts';

const forcedEnd = (facts: ServiceFacts): number => lastOf(facts.signs, 'ended:server', 'ended:unknown');

const failing = (facts: ServiceFacts, at: number): boolean =>
  facts.signs.has('errors-in-a-row') ||
  facts.signs.has('page:error') ||
  facts.signs.has('page:unavailable') ||
  facts.signs.has('login:error') ||
  (feedHolds(facts.feed, at) && facts.feed.status === 'outage');

/** What the services say that share this one's sign-in (rule S9): each kind once, with the first service that shows it. */
export const linkedServices: Extractor = ({ facts, world, at, openedAt, compromisedLink }, found) => {
  const since = openedAt - BEFORE_OPENING;
  const endedHere = Math.max(forcedEnd(facts), lastOf(facts.signs, 'session-lost'));
  let signedOut: string | undefined;
  let broken: string | undefined;
  let healthy: string | undefined;
  for (const service of linkedTo(facts.service)) {
    const linked = world.services.get(service);
    if (!linked) continue;
    if (Math.abs(forcedEnd(linked) - endedHere) <= ENDED_TOGETHER) signedOut ??= service;
    if (linked.lastFailureAt >= since && failing(linked, at)) broken ??= service;
    else if (linked.feed?.status === 'outage' && failing(linked, at)) broken ??= service;
    else if (linked.lastSuccessAt >= since) healthy ??= service;
  }
  if (signedOut) found.push(evidence('linked-service-signed-out', 1, { service: signedOut }));
  if (broken) found.push(evidence('linked-service-failing', 1, { service: broken }));
  else if (healthy && !signedOut) found.push(evidence('linked-service-healthy', 1, { service: healthy }));
  if (compromisedLink) found.push(evidence('linked-service-compromised', 1, { service: compromisedLink }));
};
