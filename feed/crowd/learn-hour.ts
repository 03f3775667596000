import type { CrowdState } from './crowd-state.ts';
import { BUCKETS_OF_AN_HOUR, HOURS_A_WEEK, HOURS_KEPT } from './numbers.ts';
import { usualAt } from './usual.ts';

/** Quarters below ten, whole numbers below a hundred, two digits above: a baseline needs no more, and keeps no more. */
export const roundedMean = (mean: number): number => {
  if (mean < 10) return Math.round(mean * 4) / 4;
  const step = mean < 100 ? 1 : 10 ** (Math.floor(Math.log10(mean)) - 1);
  return Math.round(mean / step) * step;
};

/** Puts the mean of an hour that is over in its place; hours between that nobody saw are `null`, the oldest are let go. */
const withHour = (
  { first, means }: CrowdState['hours'],
  hour: number,
  mean: number | null,
): CrowdState['hours'] => {
  const gap = hour - (first + means.length);
  if (gap < 0) return { first, means };
  if (means.length === 0 || gap >= HOURS_KEPT) return { first: hour, means: [mean] };
  const all = [...means, ...Array.from({ length: gap }, () => null), mean];
  const extra = Math.max(0, all.length - HOURS_KEPT);
  return { first: first + extra, means: all.slice(extra) };
};

/** Closes the hour under way when `hour` has begun, and looks up what is usual in it. */
export const turnHour = (state: CrowdState, hour: number): CrowdState => {
  if (hour <= state.hour.index) return state;
  const { index, sum, buckets } = state.hour;
  const mean = buckets >= BUCKETS_OF_AN_HOUR ? roundedMean(sum / buckets) : null;
  const hours = withHour(state.hours, index, mean);
  const { usual, keep } = usualAt({ ...state, hours }, hour);
  return {
    ...state,
    hours,
    hour: { index: hour, sum: 0, buckets: 0 },
    levels: keep === null ? state.levels : state.levels.with(hour % HOURS_A_WEEK, keep),
    usual,
  };
};
