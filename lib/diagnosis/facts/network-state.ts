import type { ServiceFacts } from './service-facts.ts';
import { lastOf } from './signs.ts';
import type { World } from './world.ts';
import { lastAnswerBeside } from './world.ts';
import { ANSWER_SHOWS_NETWORK, FAILED_TOGETHER, FEED_SHOWS_NETWORK } from '../numbers/windows.ts';

/**
 * The network is known bad: offline or behind a captive portal, and neither `online`, a service's answer nor a verified
 * feed since. A feed's word of an outage does not end it: it would take evidence for the network away and so make a
 * break-in more probable by news of an outage (rule S6).
 */
export const networkKnownBad = (world: World): boolean =>
  world.badAt > -Infinity &&
  world.badAt >= world.onlineAt &&
  world.badAt >= (world.answered[0]?.at ?? -Infinity) &&
  world.badAt >= world.calmFeedReadAt;

/** For rule S5 any verified feed ends it: a feed that could be read came over a network that works. */
export const networkComesFirst = (world: World): boolean =>
  networkKnownBad(world) && world.badAt >= world.feedReadAt;

/** The network is bad at `at`, or was within two minutes: what cannot be reached then says nothing of the service. */
export const networkWasBad = (world: World, at: number): boolean =>
  world.badUntil < world.badAt || at - Math.max(world.badAt, world.badUntil) <= FAILED_TOGETHER;

/** Something blocks this service, and the service itself was not seen since. */
export const serviceBlocked = (facts: ServiceFacts): boolean => {
  const blockedAt = lastOf(facts.signs, 'page:blocked', 'request:blocked');
  return blockedAt > -Infinity && blockedAt >= facts.reachedAt;
};

/** How far a time is from `at`, or from the service's last failure, whichever is nearer. */
const away = (time: number, at: number, { lastFailureAt }: ServiceFacts): number =>
  Math.min(at - time, Math.abs(time - lastFailureAt));

/**
 * "Network known good" (rule S2b): `online` and nothing bad or tampered since, or a feed verified within 10 minutes,
 * or another service answering within 2 minutes; of now, or of the service's last failure, since what counts is
 * the network at the time of the failure.
 */
export const networkKnownGood = (world: World, facts: ServiceFacts, at: number): boolean => {
  const doubtAt = Math.max(world.badAt, world.tamperedAt);
  if (networkComesFirst(world)) return false;
  if (world.onlineAt > doubtAt) return true;
  const { feedReadAt } = world;
  const answeredAt = lastAnswerBeside(world, facts);
  return (
    (feedReadAt > doubtAt && away(feedReadAt, at, facts) <= FEED_SHOWS_NETWORK) ||
    (answeredAt > doubtAt && away(answeredAt, at, facts) <= ANSWER_SHOWS_NETWORK)
  );
};
