import type { CrowdState } from '../../../feed/crowd/crowd-state.ts';
import { bucketOf } from '../../../lib/model/report.ts';

const WEEK = 168;

/**
 * What the minute before `at` leaves, of a service that had `networks` in each bucket of the four weeks before. Written out, so
 * that nothing of the detector is needed to make it.
 */
export const afterCalmWeeks = (at: number, networks: number): CrowdState => {
  const minute = Math.floor(at / 60_000) - 1;
  const current = bucketOf(minute * 60_000);
  const learned = current - 2;
  const hour = Math.floor(learned / 12);
  const buckets = (learned % 12) + 1;
  const level = Math.max(0.5, networks);
  return {
    version: 1,
    minute,
    learned,
    hours: { first: hour - 4 * WEEK, means: Array<number>(4 * WEEK).fill(networks) },
    hour: { index: hour, sum: networks * buckets, buckets },
    levels: Array<number>(WEEK).fill(level),
    usual: { level, dispersion: 0.35 },
    presence: { late: 0, weeks: [] },
    alarm: { level: 'none', since: null, spread: false, raised: 0, high: 0, calm: 10 },
    alarmed: null,
    cusum: 0,
    regions: [],
    curve: { last: Math.floor(current / 2), values: Array<number>(36).fill(2 * networks) },
  };
};
