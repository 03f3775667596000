import type { ObservationKind } from '../../model/observation.ts';
import { madeOfOthers } from '../collect-evidence.ts';
import { weighedAnewAt } from '../course/course.ts';
import { othersWord } from '../extractors/network.ts';
import { nextStepOf } from '../facts/feed-fact.ts';
import type { Timed } from '../facts/in-order.ts';
import { networkComesFirst, networkKnownBad, networkKnownGood } from '../facts/network-state.ts';
import { lastAnswerBeside } from '../facts/world.ts';
import { feedSpeaks } from '../ground.ts';
import { linkedTo } from '../numbers/families.ts';
import { ANSWER_SHOWS_NETWORK, FEED_SHOWS_NETWORK, OFFICIAL_READ } from '../numbers/windows.ts';
import { EVERYTHING, LINKED, NETWORK, OWN, REQUESTS, SIGNS, WORDS } from '../what-changed.ts';
import type { Fold } from './incident-fold.ts';
import type { OpenIncident } from './open-incident.ts';

/** What is seen of a service may change everything of its own, but for these kinds. */
const MAY_CHANGE: { readonly [kind in ObservationKind]?: number } = { request: REQUESTS, official: WORDS };

/** All that a diagnosis takes from other services about the network, as one number. */
const wordOfOthers = ({ world }: Fold, { facts }: OpenIncident, at: number): number => {
  const others = othersWord(facts, world);
  return (
    (networkKnownBad(world) ? 1 : 0) +
    (networkComesFirst(world) ? 2 : 0) +
    (networkKnownGood(world, facts, at) ? 4 : 0) +
    (others === null ? 0 : others === 'failing' ? 8 : 16)
  );
};

/** Whether a service that shares its sign-in was seen, or the word of a feed about one has ended. */
const ofLinked = ({ service, linkedUntil }: OpenIncident, set: readonly Timed[], at: number): boolean => {
  for (const { seen } of set)
    if (seen.service !== null && linkedTo(service).includes(seen.service)) return true;
  return at >= linkedUntil;
};

/**
 * What may have changed of all that the last diagnosis of this incident was made of (bits of `what-changed.ts`; 0 for
 * nothing: it holds), now that `set` was seen and it is `at`.
 */
export const changedSince = (
  fold: Fold,
  incident: OpenIncident,
  set: readonly Timed[],
  at: number,
): number => {
  const { last, service, facts, course } = incident;
  if (last === null || incident.changesAt === -Infinity) return EVERYTHING;
  let changed = 0;
  for (const { seen } of set)
    if (seen.service === null || seen.service === service) changed |= MAY_CHANGE[seen.kind] ?? OWN;
  if (at >= incident.wordsUntil) changed |= feedSpeaks(facts, at) === last.ground.feedSpeaks ? WORDS : OWN;
  if (ofLinked(incident, set, at)) changed |= LINKED;
  if (wordOfOthers(fold, incident, at) !== incident.wordOfOthers) changed |= NETWORK;
  // Whatever was seen: what is seen of one service may leave a sign with another.
  return madeOfOthers(last.collected, facts, course) ? changed | SIGNS | OWN : changed;
};

const laterThan = (at: number, moment: number): number => (moment > at ? moment : Infinity);

/** When (ms) the words about the service next weigh otherwise by their age. */
const wordsUntil = ({ facts, course }: OpenIncident, at: number): number => {
  let next = Math.min(
    nextStepOf(facts.feed, at),
    nextStepOf(facts.heldFeed, at),
    laterThan(at, weighedAnewAt(course) + 1),
    course.again ? laterThan(at, course.troubleUntil) : Infinity,
  );
  for (const one of facts.official) next = Math.min(next, laterThan(at, one.readAt + OFFICIAL_READ + 1));
  return next;
};

/** When (ms) the word of a feed about a service that shares its sign-in next ends. */
const linkedUntil = ({ world }: Fold, { service }: OpenIncident, at: number): number => {
  let next = Infinity;
  for (const linked of linkedTo(service))
    next = Math.min(next, laterThan(at, world.services.get(linked)?.feed?.expiresAt ?? -Infinity));
  return next;
};

/** Notes what a diagnosis of `at` rests on, and until when it holds if nothing is seen. */
export const noteGrounds = (fold: Fold, incident: OpenIncident, at: number, changed: number): void => {
  const { world } = fold;
  if (changed & (OWN | WORDS)) incident.wordsUntil = wordsUntil(incident, at);
  if (changed & LINKED) incident.linkedUntil = linkedUntil(fold, incident, at);
  if (changed & NETWORK) incident.wordOfOthers = wordOfOthers(fold, incident, at);
  incident.changesAt = Math.min(
    incident.wordsUntil,
    incident.linkedUntil,
    laterThan(at, world.feedReadAt + FEED_SHOWS_NETWORK + 1),
    laterThan(at, lastAnswerBeside(world, incident.facts) + ANSWER_SHOWS_NETWORK + 1),
  );
};
