import { weighedAnewAt } from '../course/course.ts';
import { othersWord } from '../extractors/network.ts';
import { nextStepOf } from '../facts/feed-fact.ts';
import {
  networkComesFirst,
  networkKnownBad,
  networkKnownGood,
  serviceBlocked,
} from '../facts/network-state.ts';
import { lastAnswerBeside } from '../facts/world.ts';
import { feedSpeaks } from '../ground.ts';
import { linkedTo } from '../numbers/families.ts';
import { ANSWER_SHOWS_NETWORK, FEED_SHOWS_NETWORK, OFFICIAL_READ } from '../numbers/windows.ts';
import {
  COMES_FIRST,
  EVERYTHING,
  KNOWN_BAD,
  KNOWN_GOOD,
  LINKED,
  NETWORK,
  OTHERS,
  OTHERS_ANSWER,
  OTHERS_FAIL,
  OWN,
  SIGNS,
  WORDS,
} from '../what-changed.ts';
import type { Fold } from './incident-fold.ts';
import type { OpenIncident } from './open-incident.ts';

/** All that a diagnosis takes from the world and from other services about the network, and what blocks this one. */
const networkBits = ({ world }: Fold, { facts }: OpenIncident, at: number): number => {
  const others = othersWord(facts, world);
  return (
    (networkKnownBad(world) ? KNOWN_BAD : 0) |
    (networkComesFirst(world) || serviceBlocked(facts) ? COMES_FIRST : 0) |
    (networkKnownGood(world, facts, at) ? KNOWN_GOOD : 0) |
    (others === null ? 0 : others === 'failing' ? OTHERS_FAIL : OTHERS_ANSWER)
  );
};

/** Whether the own facts are others than those that the last diagnosis was made of, as far as a glance tells. */
const madeOfOthers = ({ madeOf, facts, course }: OpenIncident): boolean =>
  facts.signs.changes !== madeOf.signs ||
  facts.answers !== madeOf.answers ||
  facts.refusedEverywhere !== madeOf.refusedEverywhere ||
  course !== madeOf.course;

/**
 * What may have changed of all that the last diagnosis of this incident was made of (bits of `what-changed.ts`; 0 for
 * nothing: it holds), now that it is `at`.
 */
export const changedSince = (fold: Fold, incident: OpenIncident, at: number): number => {
  const { last, facts } = incident;
  if (last === null || incident.changesAt === -Infinity) return EVERYTHING;
  let changed = incident.changed | (networkBits(fold, incident, at) ^ incident.network);
  if (at >= incident.wordsUntil)
    changed |= feedSpeaks(facts, at) === last.ground.feedSpeaks ? WORDS : OWN | WORDS;
  if (at >= incident.linkedUntil) changed |= LINKED;
  // Whatever was seen: what is seen of one service may leave a sign with another.
  return madeOfOthers(incident) ? changed | SIGNS | OWN : changed;
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
  const { facts, course } = incident;
  incident.changed = 0;
  if (changed & SIGNS) incident.madeOf = { ...facts, signs: facts.signs.changes, course };
  if (changed & (SIGNS | WORDS)) incident.wordsUntil = wordsUntil(incident, at);
  if (changed & LINKED) incident.linkedUntil = linkedUntil(fold, incident, at);
  if (changed & (NETWORK | OTHERS)) incident.network = networkBits(fold, incident, at);
  incident.changesAt = Math.min(
    incident.wordsUntil,
    incident.linkedUntil,
    laterThan(at, world.feedReadAt + FEED_SHOWS_NETWORK + 1),
    laterThan(at, lastAnswerBeside(world, facts) + ANSWER_SHOWS_NETWORK + 1),
  );
};
