import { absorb } from '../../../lib/diagnosis/facts/absorb.ts';
import { byTime } from '../../../lib/diagnosis/facts/in-order.ts';
import type { ServiceFacts } from '../../../lib/diagnosis/facts/service-facts.ts';
import { emptyWorld, factsOf, type World } from '../../../lib/diagnosis/facts/world.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';

/** What is known after a log that is read in its own order: of the world, of Facebook, and what the last one opens. */
export const factsAfter = (
  ...log: readonly Observation[]
): { world: World; facts: ServiceFacts; opens: readonly ServiceId[] } => {
  const world = emptyWorld();
  let opens: readonly ServiceId[] = [];
  for (const { at, seen } of byTime(log)) opens = absorb(world, seen, at);
  return { world, facts: factsOf(world, 'facebook'), opens };
};
