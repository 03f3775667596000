import type { CrowdState } from './crowd-state.ts';
import { REGION_MEMORY, REGIONS_KEPT, REGIONS_KNOWN } from './numbers.ts';

type Regions = CrowdState['regions'];

/** Names are kept in pairs, not as keys of an object: a region may be called anything. */
export const learnRegions = (regions: Regions, anywhere: ReadonlyMap<string, number>): Regions => {
  if (regions.length === 0 && anywhere.size === 0) return regions;
  const seen = new Map<string, number>();
  for (const [name, networks] of regions) seen.set(name, networks * (1 - 1 / REGION_MEMORY));
  for (const [name, networks] of anywhere)
    if (name.length > 0 && name.length <= 64) seen.set(name, (seen.get(name) ?? 0) + networks);
  return [...seen]
    .filter(([, networks]) => networks > 0.01)
    .sort(([, one], [, other]) => other - one)
    .slice(0, REGIONS_KEPT)
    .map(([name, networks]) => [name, Math.round(networks * 100) / 100]);
};

/** The share of the people that each region usually has; null while too few were seen to tell. */
export const usualShares = (regions: Regions): ReadonlyMap<string, number> | null => {
  const all = regions.reduce((sum, [, networks]) => sum + networks, 0);
  if (all < REGIONS_KNOWN) return null;
  return new Map(regions.map(([name, networks]) => [name, networks / all]));
};
