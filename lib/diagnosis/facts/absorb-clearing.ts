import { CLEARED_TOGETHER } from '../numbers/windows.ts';
import type { ServiceFacts } from './service-facts.ts';
import { lastOf, see } from './signs.ts';
import type { World } from './world.ts';

/** A session that went while several sites' sessions were cleared: note it with the service. */
export const noteClearing = (world: World, facts: ServiceFacts, at: number): void => {
  if (at - world.clearedAt <= CLEARED_TOGETHER) see(facts.signs, 'data-cleared', at, 1, world.clearedSites);
};

/** Takes in that the sessions of several sites vanished at once. */
export const absorbClearing = (world: World, sites: number, at: number): void => {
  world.clearedAt = at;
  world.clearedSites = sites;
  for (const facts of world.services.values())
    if (at - lastOf(facts.signs, 'ended:browser', 'ended:unknown') <= CLEARED_TOGETHER)
      see(facts.signs, 'data-cleared', at, 1, sites);
};
