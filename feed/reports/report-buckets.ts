import { bucketOf, REPORT_BUCKET_SECONDS } from '../../lib/model/report.ts';
import { BUCKETS_ACCEPTED } from '../store/count-limits.ts';

const BUCKETS_PER_HOUR = 3600 / REPORT_BUCKET_SECONDS;

/** Whether a report of `bucket` may still be counted at `now` (ms since 1970). None comes from the future. */
export const isOpenBucket = (bucket: number, now: number): boolean => {
  const age = bucketOf(now) - bucket;
  return age >= 0 && age < BUCKETS_ACCEPTED;
};

/**
 * The hour (hours since 1970) whose key hashes the networks of `bucket`. It is the hour of the event and not that of
 * the report's arrival: else a network that reports before and after the full hour would count twice in one bucket.
 */
export const hourOfBucket = (bucket: number): number => Math.floor(bucket / BUCKETS_PER_HOUR);

/** The start of an hour in ms since 1970. */
export const startOfHour = (hour: number): number => hour * 3_600_000;
