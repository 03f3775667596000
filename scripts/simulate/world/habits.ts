import type { Random } from '../../calibrate/random.ts';
import { ACTIVE_MEAN, ACTIVE_SWING, MOOD_HOURS, MOOD_SPREAD, REGIONS, WEEKEND } from './assumptions.ts';

const HOUR = 3_600_000;

/** The share of a region's people who have the service open at `at` (ms since 1970). */
export const activeShare = (region: number, at: number): number => {
  const local = at / HOUR + (REGIONS[region]?.hours ?? 0);
  const day = Math.floor(local / 24 + 4) % 7;
  const swing = 1 + ACTIVE_SWING * Math.cos(((local - 20) * Math.PI) / 12);
  return ACTIVE_MEAN * swing * (day === 0 || day === 6 ? WEEKEND : 1);
};

/** The largest share that any region can have, for drawing people by rejection. */
export const MOST_ACTIVE = ACTIVE_MEAN * (1 + ACTIVE_SWING) * WEEKEND;

/** A mood that wanders around 1 from minute to minute and forgets itself in some hours. */
export const createMood = (random: Random): (() => number) => {
  const memory = Math.exp(-1 / (60 * MOOD_HOURS));
  const push = MOOD_SPREAD * Math.sqrt(1 - memory ** 2);
  const normal = (): number => Math.log(random.around(1, Math.E));
  let mood = MOOD_SPREAD * normal();
  return () => {
    mood = memory * mood + push * normal();
    return Math.exp(mood);
  };
};
