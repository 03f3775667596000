import type { CrowdReading } from './crowd-reading.ts';
import { CARRIES, CARRIES_ODDS, EVERYWHERE_ODDS } from './numbers.ts';

const odds = (share: number): number => share / Math.max(1 - share, 0.005);

/**
 * Whether one region carries the complaints. A region in which most people live anyway leads every list: what counts is how its
 * odds have changed. Unknown where the edge names no regions for half of the networks, or where it lies between.
 */
export const scopeOf = (
  here: ReadonlyMap<string, number>,
  networks: number,
  usual: ReadonlyMap<string, number> | null,
): CrowdReading['scope'] => {
  const named = [...here.values()].reduce((sum, size) => sum + size, 0);
  if (usual === null || named === 0 || named < networks / 2) return 'unknown';
  const [first] = [...here].sort(([, one], [, other]) => other - one);
  const [name, size] = first ?? ['', 0];
  const [share, before] = [size / named, usual.get(name) ?? 0];
  const change = odds(share) / odds(Math.max(before, 0.01));
  if (share >= CARRIES && change >= CARRIES_ODDS) return 'regional';
  const several = [...here.values()].filter((count) => count >= 1).length >= 2;
  return several && (share < CARRIES || change < EVERYWHERE_ODDS) ? 'global' : 'unknown';
};
