import type { Observation } from '../../model/observation.ts';
import { feedHolds, freshness, showsTrouble, type FeedFact } from '../facts/feed-fact.ts';
import { networkKnownBad } from '../facts/network-state.ts';
import type { ServiceFacts } from '../facts/service-facts.ts';
import type { World } from '../facts/world.ts';
import { FAILED_TOGETHER } from '../numbers/windows.ts';
import { BEGINNING, type Course } from './course.ts';
import type { Meaning } from './meaning.ts';

type OfService = Exclude<Observation, { service: null }>;

/** What a word of trouble is worth beside another: an outage more than a degraded service. */
const force = (feed: FeedFact, fresh: number): number =>
  feed.worth.status * fresh * (feed.status === 'outage' ? 1 : 0.5);

/** Notes a word of trouble: the strongest is kept, of equals the newest. */
const noteTrouble = (course: Course, feed: FeedFact, at: number): Course => {
  const fresh = freshness(feed, at);
  const kept = course.trouble;
  return {
    ...course,
    trouble: kept && force(kept.feed, kept.fresh) > force(feed, fresh) ? kept : { feed, fresh },
    troubleUntil: Math.max(course.troubleUntil, feed.expiresAt),
    again: course.overAt !== null,
    contraryAt: -Infinity,
  };
};

const noteOperational = (course: Course, at: number): Course =>
  course.trouble === null || (course.overAt !== null && !course.again)
    ? course
    : { ...course, overAt: at, unbroken: at < course.troubleUntil, again: false };

const noteFeed = (course: Course, facts: ServiceFacts, at: number): Course => {
  // An entry that had expired when it was read is not taken in, and is not the one that was read now.
  if (!feedHolds(facts.feed, at) || facts.feed.at !== at) return course;
  if (showsTrouble(facts.feed)) return noteTrouble(course, facts.feed, at);
  return facts.feed.status === 'operational' ? noteOperational(course, at) : course;
};

/** A sign-in page and an old dialog are what every signed-out person sees, also after the outage. */
const isContrary = (seen: OfService): boolean =>
  !(seen.kind === 'page' && (seen.page === 'login' || seen.page === 'session-expired'));

const noteMeaning = (
  course: Course,
  seen: OfService,
  meaning: Meaning,
  facts: ServiceFacts,
  lostSession: boolean,
  at: number,
): Course => {
  if (meaning === 'signed-in' || (meaning === 'success' && (seen.kind === 'page' || !lostSession)))
    return course.backAt === null ? { ...course, backAt: at } : course;
  if (meaning === 'another-account') return course.backAt === null ? course : { ...course, backAt: null };
  if (meaning !== 'trouble') return course;
  // One failed request of somebody who is in does not throw them out.
  const out = course.backAt !== null && (seen.kind !== 'request' || !lostSession);
  // Before the trouble was said to be over nothing is contrary.
  const contrary = course.overAt !== null && isContrary(seen);
  // What the bad network of a moment ago explains is no failure on the good one.
  const badNetwork = seen.kind === 'request' && facts.explainedAt === at ? course.badNetwork : null;
  if (!out && !contrary && course.badNetwork === badNetwork) return course;
  return {
    ...course,
    backAt: out ? null : course.backAt,
    contraryAt: contrary ? at : course.contraryAt,
    badNetwork,
  };
};

/** What failed while the network was bad failed by the network. */
const noteNetwork = (course: Course, facts: ServiceFacts, world: World, lostSession: boolean): Course =>
  !lostSession &&
  course.badNetwork !== world.badState &&
  networkKnownBad(world) &&
  Math.abs(facts.failedAt - world.badAt) <= FAILED_TOGETHER
    ? { ...course, badNetwork: world.badState }
    : course;

/** The course of an incident that opens at `at`: a feed in force counts from before. */
export const beginCourse = (facts: ServiceFacts, world: World, lostSession: boolean, at: number): Course => {
  const feed = feedHolds(facts.feed, at) && showsTrouble(facts.feed) ? facts.feed : null;
  const course = feed ? noteTrouble(BEGINNING, feed, at) : BEGINNING;
  return noteNetwork(course, facts, world, lostSession);
};

/** The course after something was seen of the incident's service; `facts` and `world` are those after it. */
export const followCourse = (
  course: Course,
  seen: OfService,
  meaning: Meaning,
  facts: ServiceFacts,
  world: World,
  lostSession: boolean,
  at: number,
): Course => {
  const told = seen.kind === 'feed' ? noteFeed(course, facts, at) : course;
  const meant = noteMeaning(told, seen, meaning, facts, lostSession, at);
  return noteNetwork(meant, facts, world, lostSession);
};

/** The course after the network changed. */
export const followNetwork = noteNetwork;
