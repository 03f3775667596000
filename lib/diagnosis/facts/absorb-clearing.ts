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

/**
 * Sessions went at one moment, by this browser or unseen, of services that share no owner or one of them surely by this
 * browser: no server does that, a wipe does, and a browser that was away for long finds several run out.
 */
export const noteGoneTogether = (world: World, at: number): void => {
  const gone = [...world.services.values()].filter(
    ({ signs }) => at - lastOf(signs, 'ended:browser', 'ended:unknown') <= CLEARED_TOGETHER,
  );
  const ofSeveral = new Set(gone.map(({ owner }) => owner)).size > 1;
  if (!ofSeveral && !(gone.length > 1 && gone.some(({ signs }) => signs.has('ended:browser')))) return;
  for (const facts of gone) {
    facts.signs.delete('gone-together');
    see(facts.signs, 'gone-together', at, gone.length);
  }
};
