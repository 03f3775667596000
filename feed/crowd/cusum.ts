import type { Usual } from './crowd-state.ts';
import { LEAP, RAMP_FROM, SLACK } from './numbers.ts';

/** The sum stops here, so that it also comes down again within the hour. */
const CEILING = RAMP_FROM + LEAP;

/**
 * The sum of what whole windows exceed the usual by (E. S. Page, Biometrika 41, 1954): many windows, none odd by itself, together
 * show a slow ramp. `usual` in networks in 300 s; the spread is that of the negative binomial.
 */
export const nextCusum = (sum: number, networks: number, { level, dispersion }: Usual): number => {
  const deviation = (networks - level) / Math.sqrt(level + dispersion * level ** 2);
  const next = sum + Math.min(LEAP, deviation) - SLACK;
  return Math.round(Math.min(CEILING, Math.max(0, next)) * 1000) / 1000;
};
