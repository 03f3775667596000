import { bucketOf } from '../../lib/model/report.ts';
import type { CrowdState } from './crowd-state.ts';
import { QUIET } from './quiet.ts';
import { HOURS_A_WEEK } from './numbers.ts';
import { curveWindowOf, hourOfBucket, minuteOf } from './time-indices.ts';
import { usualAt } from './usual.ts';

/** The state of a service of which nothing was ever seen, at `at` (ms since 1970). Learns from the buckets that begin from now on. */
export const freshState = (at: number): CrowdState => {
  const hour = hourOfBucket(bucketOf(at));
  const nothing = {
    hours: { first: hour, means: [] },
    levels: Array.from({ length: HOURS_A_WEEK }, () => null),
    presence: { late: null, weeks: [] },
  };
  return {
    version: 1,
    minute: minuteOf(at) - 1,
    learned: bucketOf(at),
    ...nothing,
    hour: { index: hour, sum: 0, buckets: 0 },
    usual: usualAt(nothing, hour).usual,
    alarm: QUIET,
    alarmed: null,
    cusum: 0,
    regions: [],
    curve: { last: curveWindowOf(bucketOf(at)), values: [] },
  };
};
