import { createSecretKey, type KeyObject } from 'node:crypto';
import { bucketOf } from '../../lib/model/report.ts';
import type { CountStore } from '../store/count-store.ts';
import { BUCKETS_ACCEPTED } from '../store/count-limits.ts';
import { hourOfBucket, startOfHour } from './report-buckets.ts';

/** The next hour's key is fetched so long before it is needed, and those held are compared so often; milliseconds. */
const AHEAD = 60_000;
const COMPARED_EVERY = 10_000;

/**
 * The keys under which networks are hashed: that of the current hour; in its first quarter also the earlier one, for
 * reports of the buckets before; in its last minute also the next. Never more than two, and in memory only.
 */
export const createHashKeys = (store: Pick<CountStore, 'hashKey'>) => {
  const held = new Map<number, KeyObject>();
  let comparedAt = Number.NEGATIVE_INFINITY;

  const fetchKey = async (hour: number): Promise<void> => {
    const key = await store.hashKey(startOfHour(hour));
    // A store that was emptied meanwhile may have agreed on another key: then all nodes go over to it.
    if (key.ok) held.set(hour, createSecretKey(key.value));
  };

  return {
    /** The key for the networks of a bucket; null while there is none, and then nothing can be counted. */
    keyOf: (bucket: number): KeyObject | null => held.get(hourOfBucket(bucket)) ?? null,
    /** Gets keys that are missing or soon needed and lets go of those that are not. `now` in ms since 1970. */
    async refresh(now: number): Promise<void> {
      const hours = new Set([
        hourOfBucket(bucketOf(now) - BUCKETS_ACCEPTED + 1),
        hourOfBucket(bucketOf(now + AHEAD)),
      ]);
      for (const hour of held.keys()) if (!hours.has(hour)) held.delete(hour);
      const compare = Math.abs(now - comparedAt) >= COMPARED_EVERY;
      if (compare) comparedAt = now;
      await Promise.all([...hours].filter((hour) => compare || !held.has(hour)).map(fetchKey));
    },
    forget: (): void => held.clear(),
  };
};
