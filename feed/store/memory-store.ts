import { bucketOf } from '../../lib/model/report.ts';
import type { CountStore, RandomBytes, StoreResult } from './count-store.ts';
import { createBucketCounts } from './memory/bucket-counts.ts';
import { createHourKeys } from './memory/hour-keys.ts';
import { BUCKETS_ACCEPTED, BUCKETS_KEPT, NODE_SILENCE } from './count-limits.ts';

export interface MemoryStoreOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: RandomBytes;
}

const ok = <Value>(value: Value): StoreResult<Value> & { readonly ok: true } => ({ ok: true, value });

/**
 * The counts of one machine, in the memory of this process: nothing of them is ever written down. Bounded: a bucket that no
 * report can reach any more is reduced to its sums, and after an hour it is gone.
 */
export const createMemoryStore = ({ now, random }: MemoryStoreOptions): CountStore => {
  const keyOfHour = createHourKeys(random);
  const buckets = new Map<number, ReturnType<typeof createBucketCounts>>();
  const nodes = new Map<string, number>();

  /** One bucket more than reports may belong to: a flush may come a moment after the bucket's end. */
  const tidy = (): void => {
    const current = bucketOf(now());
    for (const [bucket, counts] of buckets) {
      if (bucket <= current - BUCKETS_KEPT) buckets.delete(bucket);
      else if (bucket < current - BUCKETS_ACCEPTED) counts.close();
    }
  };

  return {
    hashKey: async (at) => ok(keyOfHour(at)),
    async add(tallies) {
      tidy();
      for (const tally of tallies) {
        const counts = buckets.get(tally.bucket) ?? createBucketCounts(tally.bucket);
        buckets.set(tally.bucket, counts);
        counts.add(tally);
      }
      return ok(null);
    },
    async read(asked) {
      tidy();
      return ok([...new Set(asked)].flatMap((bucket) => buckets.get(bucket)?.read() ?? []));
    },
    async beat(node, at) {
      for (const [other, seen] of nodes) if (seen <= at - NODE_SILENCE) nodes.delete(other);
      nodes.set(node, at);
      return ok(null);
    },
    livingNodes: async (at) => ok([...nodes.values()].filter((seen) => seen > at - NODE_SILENCE).length),
    async close() {
      buckets.clear();
      nodes.clear();
    },
  };
};
