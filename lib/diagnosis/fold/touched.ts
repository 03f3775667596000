import type { ServiceId } from '../../model/service-id.ts';
import { othersWord } from '../extractors/network.ts';
import type { Timed } from '../facts/in-order.ts';
import { networkComesFirst, networkKnownBad, networkKnownGood } from '../facts/network-state.ts';
import type { ServiceFacts } from '../facts/service-facts.ts';
import { lastAnswerBeside, type World } from '../facts/world.ts';
import { linkedTo } from '../numbers/families.ts';
import { ANSWER_SHOWS_NETWORK, FEED_SHOWS_NETWORK } from '../numbers/windows.ts';

/** Whether a moment shows anything of the service, of one that shares its sign-in, or of the browser. */
export const touches = (set: readonly Timed[], service: ServiceId): boolean => {
  for (const { seen } of set)
    if (seen.service === null || seen.service === service || linkedTo(service).includes(seen.service))
      return true;
  return false;
};

/**
 * All that a diagnosis takes from services that share nothing with this one, as one number: what they tell of the
 * network. While it stays the same, what is seen of them changes nothing here.
 */
export const wordOfStrangers = (facts: ServiceFacts, world: World, at: number): number => {
  const others = othersWord(facts, world);
  return (
    (networkKnownBad(world) ? 1 : 0) +
    (networkComesFirst(world) ? 16 : 0) +
    (networkKnownGood(world, facts, at) ? 2 : 0) +
    (others === null ? 0 : others === 'failing' ? 4 : 8)
  );
};

/** When (ms) what strangers tell of the network next runs out after `at`; Infinity if it does not. */
export const strangersUntil = (facts: ServiceFacts, world: World, at: number): number => {
  const feed = world.feedReadAt + FEED_SHOWS_NETWORK + 1;
  const answer = lastAnswerBeside(world, facts) + ANSWER_SHOWS_NETWORK + 1;
  return Math.min(feed > at ? feed : Infinity, answer > at ? answer : Infinity);
};
