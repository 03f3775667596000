import { bucketOf, REPORT_BUCKET_SECONDS } from '../../lib/model/report.ts';
import { HOURS_A_WEEK } from './numbers.ts';

const BUCKETS_AN_HOUR = 3600 / REPORT_BUCKET_SECONDS;
const BUCKETS_A_CURVE_WINDOW = 2;

/** Numbers of minutes, hours, weeks and curve windows since 1970, so that no calendar and no time zone is needed. */
export const minuteOf = (at: number): number => Math.floor(at / 60_000);
export const hourOfBucket = (bucket: number): number => Math.floor(bucket / BUCKETS_AN_HOUR);
export const weekOfBucket = (bucket: number): number => Math.floor(hourOfBucket(bucket) / HOURS_A_WEEK);
export const curveWindowOf = (bucket: number): number => Math.floor(bucket / BUCKETS_A_CURVE_WINDOW);
export const bucketsOfCurveWindow = (window: number): readonly [number, number] => [
  window * BUCKETS_A_CURVE_WINDOW,
  window * BUCKETS_A_CURVE_WINDOW + 1,
];
/** The last bucket that is surely whole: it ended five minutes ago, and reports come within three. */
export const lastWholeBucket = (at: number): number => bucketOf(at) - 2;
