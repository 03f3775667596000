import { REPORT_BUCKET_SECONDS, bucketOf } from '../../lib/model/report.ts';
import type { CountKind } from '../store/count-kinds.ts';
import type { BucketCount } from '../store/count-store.ts';
import type { CrowdSettings } from './crowd-settings.ts';
import { readBucket, type BucketReading } from './read-bucket.ts';

/** The last five minutes: the bucket of the moment and the one before it, added up. */
export interface WindowReading {
  readonly networks: number;
  readonly reports: number;
  /** The most blocks that one of the two buckets has. */
  readonly blocks: number;
  readonly kinds: ReadonlyMap<CountKind, number>;
  readonly regions: ReadonlyMap<string, number>;
  /** How many windows of 300 s the reports fill that can have arrived by now; about 0.7 to 1.7. */
  readonly filled: number;
}

/** The shortest that a client waits before it sends, in seconds. */
const SHORTEST_DELAY = 20;

const addUp = <Key>(maps: readonly ReadonlyMap<Key, number>[]): Map<Key, number> => {
  const sums = new Map<Key, number>();
  for (const map of maps) for (const [key, value] of map) sums.set(key, (sums.get(key) ?? 0) + value);
  return sums;
};

/**
 * Two buckets hold what happened in the last 300 s to 600 s, and reports come evenly 20 to `maxDelaySeconds` after the
 * event: of the newest happenings few are here yet. So two buckets hold as much as (300 + age of the bucket − mean delay) seconds of
 * a time that has arrived whole.
 */
export const windowsFilled = (at: number, maxDelaySeconds: number): number => {
  const age = at / 1000 - bucketOf(at) * REPORT_BUCKET_SECONDS;
  const meanDelay = (SHORTEST_DELAY + Math.max(SHORTEST_DELAY, maxDelaySeconds)) / 2;
  // However long clients may wait, something has arrived: a third of a window, for a divisor that stays sane.
  return Math.max(1 / 3, (REPORT_BUCKET_SECONDS + age - meanDelay) / REPORT_BUCKET_SECONDS);
};

/** What the last five minutes say at `at` (ms since 1970). */
export const readWindow = (
  counts: readonly BucketCount[],
  at: number,
  settings: CrowdSettings,
): WindowReading => {
  const current = bucketOf(at);
  const buckets: readonly BucketReading[] = [current - 1, current].map((bucket) =>
    readBucket(counts, bucket),
  );
  return {
    networks: buckets.reduce((sum, { networks }) => sum + networks, 0),
    reports: buckets.reduce((sum, { reports }) => sum + reports, 0),
    blocks: Math.max(...buckets.map(({ blocks }) => blocks)),
    kinds: addUp(buckets.map(({ kinds }) => kinds)),
    regions: addUp(buckets.map(({ regions }) => regions)),
    filled: windowsFilled(at, settings.maxDelaySeconds),
  };
};
