import type { Usual } from './crowd-state.ts';
import { negativeBinomialTail } from './negative-binomial.ts';
import { FEWEST_NETWORKS } from './numbers.ts';
import type { WindowReading } from './read-window.ts';

/** How odd a window is: the chance that ordinary days bring so many networks. */
export interface Oddness {
  /** The smallest chance among the tests that had enough networks to count; 1 where none had. */
  readonly counted: number;
  /** The smallest chance of all, also of few networks: for telling when it is over. */
  readonly any: number;
}

/** A region's own level is never thought smaller than this, in networks a window. */
const REGION_FLOOR = 0.25;

/**
 * Tests the whole, and each region of which the usual share is known: what is much for a small region is lost in the whole.
 * A region's chance is multiplied by their number, so that many regions do not make many false alarms.
 * @param usual networks in 300 s as they would arrive now (sampling by `reporting.rate` reckoned in)
 */
export const oddnessOf = (
  window: WindowReading,
  usual: Usual,
  shares: ReadonlyMap<string, number> | null,
): Oddness => {
  const tests = [
    {
      networks: window.networks,
      chance: negativeBinomialTail(window.networks, usual.level * window.filled, usual.dispersion),
    },
  ];
  for (const [name, share] of shares ?? []) {
    const networks = window.regions.get(name) ?? 0;
    const mean = Math.max(REGION_FLOOR, usual.level * share) * window.filled;
    const chance = negativeBinomialTail(networks, mean, usual.dispersion) * (shares?.size ?? 1);
    tests.push({ networks, chance: Math.min(1, chance) });
  }
  const enough = tests.filter(({ networks }) => networks >= FEWEST_NETWORKS);
  return {
    counted: Math.min(1, ...enough.map(({ chance }) => chance)),
    any: Math.min(1, ...tests.map(({ chance }) => chance)),
  };
};
