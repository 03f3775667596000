import type { ServiceId } from '../../model/service-id.ts';
import type { Collected } from '../collect-evidence.ts';
import type { Evidence, Scene } from '../evidence.ts';
import { linkedServices } from '../extractors/linked-services.ts';
import { othersWord } from '../extractors/network.ts';
import type { Timed } from '../facts/in-order.ts';
import { networkComesFirst, networkKnownBad, networkKnownGood } from '../facts/network-state.ts';
import { lastAnswerBeside } from '../facts/world.ts';
import { linkedTo } from '../numbers/families.ts';
import { ANSWER_SHOWS_NETWORK, FEED_SHOWS_NETWORK } from '../numbers/windows.ts';

/** Whether a moment shows anything of the service itself or of the browser. */
export const touches = (set: readonly Timed[], service: ServiceId): boolean => {
  for (const { seen } of set) if (seen.service === null || seen.service === service) return true;
  return false;
};

/**
 * All that a diagnosis takes from services that share nothing with this one, as one number: what they tell of the
 * network, and whether their sessions went with this one's. While it stays the same, what is seen of them changes nothing here.
 */
export const wordOfStrangers = ({ facts, world, at }: Scene): number => {
  const others = othersWord(facts, world);
  return (
    (networkKnownBad(world) ? 1 : 0) +
    (networkComesFirst(world) ? 16 : 0) +
    (networkKnownGood(world, facts, at) ? 2 : 0) +
    32 * (facts.signs.get('gone-together')?.count ?? 0) +
    (others === null ? 0 : others === 'failing' ? 4 : 8)
  );
};

/** Whether the services that share this one's sign-in still tell what they told in `before`. */
export const linkedTellTheSame = (scene: Scene, { evidence, own }: Collected): boolean => {
  if (linkedTo(scene.facts.service).length === 0) return true;
  const told: Evidence[] = [];
  linkedServices(scene, told);
  return evidence.length === own + told.length && told.every(({ row }, i) => row === evidence[own + i]?.row);
};

/** When (ms) what others tell next changes by time alone after `at`; Infinity if it does not. */
export const othersUntil = ({ facts, world, at }: Scene): number => {
  let next = Infinity;
  const consider = (moment: number): void => {
    if (moment > at && moment < next) next = moment;
  };
  consider(world.feedReadAt + FEED_SHOWS_NETWORK + 1);
  consider(lastAnswerBeside(world, facts) + ANSWER_SHOWS_NETWORK + 1);
  for (const linked of linkedTo(facts.service))
    consider(world.services.get(linked)?.feed?.expiresAt ?? -Infinity);
  return next;
};
