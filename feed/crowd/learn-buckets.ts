import { bucketOf } from '../../lib/model/report.ts';
import type { BucketCount } from '../store/count-store.ts';
import { bucketsNeeded } from './buckets-needed.ts';
import { isOn, type CrowdSettings } from './crowd-settings.ts';
import type { CrowdState } from './crowd-state.ts';
import { nextCusum } from './cusum.ts';
import { turnHour } from './learn-hour.ts';
import { HOURS_A_WEEK, LEARN_AGAIN_AFTER_MINUTES, NEWBORN_HOURS } from './numbers.ts';
import { learnPresence } from './presence-growth.ts';
import { readBucket, type BucketReading } from './read-bucket.ts';
import { learnRegions } from './region-shares.ts';
import { hourOfBucket, lastWholeBucket, weekOfBucket } from './time-indices.ts';

/** Whether a bucket lies in an alarm that is young enough to keep it out of the baseline. */
const teaches = ({ alarmed, alarm, minute, hours }: CrowdState, bucket: number): boolean => {
  if (hours.means.length < NEWBORN_HOURS) return true;
  if (alarmed === null || bucket < alarmed.from || bucket > alarmed.to) return true;
  return alarm.since !== null && minute - alarm.since / 60_000 > LEARN_AGAIN_AFTER_MINUTES;
};

const peopleIn = ({ kinds }: BucketReading, { presenceRate }: CrowdSettings): number | null =>
  isOn(presenceRate) ? (kinds.get('presence') ?? 0) / presenceRate : null;

const learnOne = (
  before: CrowdState,
  bucket: number,
  reading: BucketReading,
  settings: CrowdSettings,
): CrowdState => {
  const state = turnHour(before, hourOfBucket(bucket));
  const networks = reading.networks / settings.rate;
  // A ramp is told from a guess only where this hour of the week is known.
  const known = state.levels[state.hour.index % HOURS_A_WEEK] !== null;
  const cusum = known ? nextCusum(state.cusum, networks, state.usual) : 0;
  const seen = { ...state, learned: bucket, cusum };
  if (!teaches(state, bucket)) return seen;
  return {
    ...seen,
    hour: {
      ...state.hour,
      sum: Math.round((state.hour.sum + networks) * 100) / 100,
      buckets: state.hour.buckets + 1,
    },
    presence: learnPresence(state.presence, weekOfBucket(bucket), peopleIn(reading, settings)),
    regions: learnRegions(state.regions, reading.anywhere),
  };
};

/** Takes every bucket that has become whole since the last look into baseline, ramp sum, presence and regions. */
export const learnBuckets = (
  state: CrowdState,
  counts: readonly BucketCount[],
  at: number,
  settings: CrowdSettings,
): CrowdState => {
  const oldest = bucketsNeeded(at)[0] ?? bucketOf(at);
  let next = state;
  for (let bucket = Math.max(state.learned + 1, oldest); bucket <= lastWholeBucket(at); bucket += 1)
    next = learnOne(next, bucket, readBucket(counts, bucket), settings);
  return next;
};
