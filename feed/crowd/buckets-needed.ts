import { bucketOf } from '../../lib/model/report.ts';

/** Reports are taken for the bucket of the moment and the three before it. */
const BUCKETS = 4;

/** The buckets whose counts `observeMinute` wants to see at `at` (ms since 1970), oldest first. */
export const bucketsNeeded = (at: number): number[] => {
  const current = bucketOf(at);
  return Array.from({ length: BUCKETS }, (_, index) => current - BUCKETS + 1 + index);
};
