import { evidence, type Extractor } from '../evidence.ts';
import { networkKnownBad } from '../facts/network-state.ts';
import { lastOfOthers } from '../facts/world.ts';
import { FAILED_TOGETHER } from '../numbers/windows.ts';

/** The network, and what other services tell of it at the time of this one's failure. */
export const network: Extractor = ({ facts, world, course }, found) => {
  if (networkKnownBad(world)) found.push(evidence(world.badState));
  else if (course.badNetwork) found.push(evidence('network-was-bad'));
  const { lastFailureAt, service } = facts;
  if (lastFailureAt === -Infinity) return;
  const near = (at: number): boolean => Math.abs(at - lastFailureAt) <= FAILED_TOGETHER;
  const answered = lastOfOthers(world.answered, service);
  const unreached = lastOfOthers(world.unreached, service);
  if (near(unreached) && unreached > answered) found.push(evidence('other-services-failing'));
  else if (near(answered)) found.push(evidence('other-services-answer'));
};
