import { evidence, type TimelessExtractor } from '../evidence.ts';
import { networkKnownBad } from '../facts/network-state.ts';
import type { ServiceFacts } from '../facts/service-facts.ts';
import { lastOf, type Sign } from '../facts/signs.ts';
import { lastOfOthers, type World } from '../facts/world.ts';
import { FAILED_TOGETHER } from '../numbers/windows.ts';

/** What services of other owners tell of the network at the time of this one's last failure; null for nothing. */
export const othersWord = (facts: ServiceFacts, world: World): 'failing' | 'answer' | null => {
  const { lastFailureAt } = facts;
  if (lastFailureAt === -Infinity) return null;
  const answered = lastOfOthers(world.answered, facts);
  const unreached = lastOfOthers(world.unreached, facts);
  if (unreached > answered && Math.abs(unreached - lastFailureAt) <= FAILED_TOGETHER) return 'failing';
  return Math.abs(answered - lastFailureAt) <= FAILED_TOGETHER ? 'answer' : null;
};

const FAILED_BY_THE_NETWORK: readonly Sign[] = [
  'request:transport',
  'request:tls',
  'request:server-error',
  'request:blocked',
];

/** The network, and what other services tell of it at the time of this one's failure. */
export const network: TimelessExtractor = ({ facts, world, course }, found) => {
  if (networkKnownBad(world)) found.push(evidence(world.badState));
  else if (course.badNetwork && lastOf(facts.signs, ...FAILED_BY_THE_NETWORK) > -Infinity)
    found.push(evidence('network-was-bad'));
  const others = othersWord(facts, world);
  if (others) found.push(evidence(others === 'failing' ? 'other-services-failing' : 'other-services-answer'));
};
