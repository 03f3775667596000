import { bucketOf } from '../../lib/model/report.ts';
import type { CrowdState } from './crowd-state.ts';
import { FORGET_AFTER_MINUTES, LATE_TICK_MINUTES } from './numbers.ts';
import { QUIET } from './quiet.ts';
import { hourOfBucket, minuteOf, weekOfBucket } from './time-indices.ts';

/** A clock that is set back by less waits until time has come here again. */
const SMALL_STEP_BACK_MINUTES = 60;

/** The clock was far ahead: what was learned under hours that are still to come is taken out. */
const rewound = (state: CrowdState, at: number): CrowdState => {
  const bucket = bucketOf(at);
  const hour = hourOfBucket(bucket);
  const { first, means } = state.hours;
  return {
    ...state,
    minute: minuteOf(at) - 1,
    learned: bucket,
    hours: hour > first ? { first, means: means.slice(0, hour - first) } : { first: hour, means: [] },
    hour: { index: hour, sum: 0, buckets: 0 },
    presence: {
      late: state.presence.late,
      weeks: state.presence.weeks.filter(([week]) => week <= weekOfBucket(bucket)),
    },
    alarm: QUIET,
    alarmed: null,
    cusum: 0,
    curve: { last: state.curve.last, values: [] },
  };
};

/** Brings a state to the minute of `at`: after a gap runs begin anew, after a long one nothing is known of the alarm. */
export const catchUp = (state: CrowdState, at: number): CrowdState => {
  const gap = minuteOf(at) - state.minute;
  if (gap < -SMALL_STEP_BACK_MINUTES) return rewound(state, at);
  if (gap <= LATE_TICK_MINUTES) return state;
  // Who did not look for so long may not have counted either: only buckets that begin from now on teach.
  if (gap > FORGET_AFTER_MINUTES)
    return { ...state, learned: bucketOf(at), alarm: QUIET, alarmed: null, cusum: 0 };
  return { ...state, alarm: { ...state.alarm, raised: 0, high: 0, calm: 0 } };
};
