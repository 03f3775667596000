import { bucketOf } from '../../lib/model/report.ts';
import type { BucketCount } from '../store/count-store.ts';
import type { CrowdState } from './crowd-state.ts';
import { CURVE_WINDOWS } from './numbers.ts';
import { readBucket } from './read-bucket.ts';
import { bucketsOfCurveWindow, curveWindowOf } from './time-indices.ts';

type Curve = CrowdState['curve'];

const networksIn = (counts: readonly BucketCount[], window: number): number =>
  Math.round(
    bucketsOfCurveWindow(window).reduce((sum, bucket) => sum + readBucket(counts, bucket).networks, 0),
  );

/**
 * The curve at `at`: the window under way and the one before it are counted anew, since reports still come. After a time that
 * nobody saw it begins anew: a hole is no zero.
 */
export const drawCurve = (curve: Curve, counts: readonly BucketCount[], at: number): Curve => {
  const last = curveWindowOf(bucketOf(at));
  const first = curve.last - curve.values.length + 1;
  const unbroken = curve.values.length > 0 && last - curve.last <= 1;
  const past = unbroken ? curve.values.slice(0, Math.max(0, last - 1 - first)) : [];
  const before = unbroken && first < last ? [networksIn(counts, last - 1)] : [];
  const values = [...past, ...before, networksIn(counts, last)];
  return { last, values: values.slice(-CURVE_WINDOWS) };
};
