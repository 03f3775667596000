import { evidence, type Extractor } from '../evidence.ts';
import { othersWord } from './network.ts';
import { feedHolds, showsTrouble } from '../facts/feed-fact.ts';
import type { ServiceFacts } from '../facts/service-facts.ts';
import { lastOf } from '../facts/signs.ts';
import type { World } from '../facts/world.ts';
import { linkedTo } from '../numbers/families.ts';
import {
  LOG_LIKELIHOODS,
  LOG_LINKED_GONE_UNSEEN,
  LOG_LINKED_UNREACHABLE,
} from '../numbers/log-likelihoods.ts';
import type { Row } from '../numbers/row.ts';
import { BEFORE_OPENING, ENDED_TOGETHER } from '../numbers/windows.ts';

const forcedEnd = (facts: ServiceFacts): number => lastOf(facts.signs, 'ended:server', 'ended:unknown');

const goneUnseen = ({ signs }: ServiceFacts): boolean =>
  signs.has('ended:unknown') && !signs.has('ended:server');

/** The session that was lost is back. */
const isBack = ({ startedSinceEnd, signs }: ServiceFacts): boolean =>
  startedSinceEnd && signs.has('session-lost');

/** A verified feed in force says that many were signed out, and it or the person's own sign-in shows that they get in (rule S7). */
const inReset = (facts: ServiceFacts, at: number): boolean =>
  feedHolds(facts.feed, at) &&
  facts.feed.worth.massLogout > 0 &&
  !facts.feed.refusing &&
  (facts.feed.worth.signInWorks > 0 || isBack(facts));

/** A verified feed in force says that many have trouble with it. */
const inTrouble = (facts: ServiceFacts, at: number): boolean =>
  feedHolds(facts.feed, at) && showsTrouble(facts.feed) && !inReset(facts, at);

const failing = (facts: ServiceFacts, at: number): boolean =>
  facts.signs.has('errors-in-a-row') ||
  facts.signs.has('page:error') ||
  facts.signs.has('page:unavailable') ||
  facts.signs.has('login:error') ||
  inTrouble(facts, at);

/** It was not reached, and that is all that is known: a bad line is bad for both. */
const onlyUnreached = ({ signs }: ServiceFacts): boolean =>
  (signs.has('request:transport') || signs.has('request:tls')) &&
  !(['request:server-error', 'page:error', 'page:unavailable', 'login:error'] as const).some((sign) =>
    signs.has(sign),
  );

/** How much a linked service that fails tells: where it was only not reached, by what else is known of the line. */
const failingRow = (broken: ServiceFacts, facts: ServiceFacts, world: World, at: number): Row => {
  if (!onlyUnreached(broken)) return LOG_LIKELIHOODS['linked-service-failing'];
  if (inTrouble(broken, at)) return LOG_LINKED_UNREACHABLE.inTrouble;
  return othersWord(facts, world) === 'answer'
    ? LOG_LIKELIHOODS['linked-service-failing']
    : LOG_LINKED_UNREACHABLE.alone;
};

/** How much a linked session tells that ended with this one. */
const signedOutRow = (linked: ServiceFacts, facts: ServiceFacts, at: number): Row => {
  // One sign-in, one precaution: what its feed says of who gets in again is said of this one too.
  if (inReset(linked, at)) return LOG_LIKELIHOODS['feed-sign-in-works'];
  return goneUnseen(facts) && goneUnseen(linked)
    ? LOG_LINKED_GONE_UNSEEN
    : LOG_LIKELIHOODS['linked-service-signed-out'];
};

/** What the services say that share this one's sign-in (rule S9): each kind once, with the first service that shows it. */
export const linkedServices: Extractor = ({ facts, world, at, openedAt, compromisedLink }, found) => {
  const since = openedAt - BEFORE_OPENING;
  const endedHere = Math.max(forcedEnd(facts), lastOf(facts.signs, 'session-lost'));
  let signedOut: ServiceFacts | undefined;
  let broken: ServiceFacts | undefined;
  let healthy: string | undefined;
  for (const service of linkedTo(facts.service)) {
    const linked = world.services.get(service);
    if (!linked) continue;
    if (Math.abs(forcedEnd(linked) - endedHere) <= ENDED_TOGETHER) signedOut ??= linked;
    if (linked.lastFailureAt >= since && failing(linked, at)) broken ??= linked;
    else if (inTrouble(linked, at)) broken ??= linked;
    else if (linked.lastSuccessAt >= since) healthy ??= service;
  }
  if (signedOut) {
    const row = signedOutRow(signedOut, facts, at);
    found.push(evidence('linked-service-signed-out', 1, { service: signedOut.service }, row));
  }
  if (broken) {
    const detail = { service: broken.service };
    found.push(evidence('linked-service-failing', 1, detail, failingRow(broken, facts, world, at)));
  }
  if (!broken && healthy && !signedOut)
    found.push(evidence('linked-service-healthy', 1, { service: healthy }));
  if (compromisedLink) found.push(evidence('linked-service-compromised', 1, { service: compromisedLink }));
};
