import type { CrowdState, Usual } from './crowd-state.ts';
import { median, spread } from './median.ts';
import {
  BASELINE_WEEKS,
  CLUMPING,
  FLOOR_PER_WINDOW,
  FULL_SAMPLES,
  GROWTH_A_WEEK,
  HOURS_A_WEEK,
  PRESENCE_EXCUSES,
  PRIOR_HOURS,
  PRIOR_LEVEL,
  PRIOR_SAMPLES,
  RESTLESS_AT_MOST,
  YOUNG_DISPERSION,
} from './numbers.ts';
import { growthSince } from './presence-growth.ts';

type Past = Pick<CrowdState, 'hours' | 'levels' | 'presence'>;

const WINDOWS_AN_HOUR = 12;

const meanOfHour = ({ first, means }: CrowdState['hours'], hour: number): number | null =>
  means[hour - first] ?? null;

/**
 * This hour of the week and its two neighbours in each of the eight weeks before, as it would be with today's people. Weeks of so
 * few people that presence may not excuse the difference are left out, where there are others: they say little of today.
 */
const samplesOf = (past: Past, hour: number): number[] => {
  const [near, far]: [number[], number[]] = [[], []];
  for (let weeks = 1; weeks <= BASELINE_WEEKS; weeks += 1) {
    const then = hour - weeks * HOURS_A_WEEK;
    const growth = growthSince(past.presence, Math.floor(then / HOURS_A_WEEK));
    for (const one of [then - 1, then, then + 1]) {
      const mean = meanOfHour(past.hours, one);
      if (mean !== null) (growth < PRESENCE_EXCUSES ? near : far).push(mean * growth);
    }
  }
  return near.length >= PRIOR_SAMPLES ? near : [...near, ...far];
};

/** What to think before this hour is known: the mean of the last seven days, whatever the hour, and a guess before that. */
const priorLevel = ({ hours }: Past): number => {
  const seen = hours.means.slice(-HOURS_A_WEEK).filter((mean) => mean !== null);
  return (
    (seen.reduce((sum, mean) => sum + mean, 0) + PRIOR_LEVEL * PRIOR_HOURS) / (seen.length + PRIOR_HOURS)
  );
};

/** What the swings from week to week add to the variance, as a share of the level's square; the chance in each hour's mean taken off. */
const restlessness = (samples: readonly number[], middle: number): number => {
  const level = Math.max(middle, FLOOR_PER_WINDOW);
  const own = spread(samples) ** 2 - middle / WINDOWS_AN_HOUR;
  return Math.min(RESTLESS_AT_MOST, Math.max(0, own / level ** 2));
};

/**
 * What is usual in `hour` (number since 1970), in networks with a complaint in 300 s, and the level to keep for the cap on the next week's
 * (null while too young to be a yardstick).
 */
export const usualAt = (past: Past, hour: number): { usual: Usual; keep: number | null } => {
  const samples = samplesOf(past, hour);
  const youth = 1 - samples.length / FULL_SAMPLES;
  const middle = median(samples) ?? 0;
  const guess = PRIOR_SAMPLES * youth;
  const blended = (middle * samples.length + priorLevel(past) * guess) / (samples.length + guess);
  const before = past.levels[hour % HOURS_A_WEEK] ?? null;
  const growth = growthSince(past.presence, Math.floor(hour / HOURS_A_WEEK) - 1);
  const cap = before === null ? Infinity : Math.max(before, FLOOR_PER_WINDOW) * GROWTH_A_WEEK * growth;
  const level = Math.max(FLOOR_PER_WINDOW, Math.min(blended, cap));
  const dispersion = CLUMPING + restlessness(samples, middle) + YOUNG_DISPERSION * youth;
  return { usual: { level, dispersion }, keep: samples.length >= 2 * PRIOR_SAMPLES ? level : null };
};
