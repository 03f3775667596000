import { setImmediate as nextTurn } from 'node:timers/promises';
import { bucketOf } from '../../lib/model/report.ts';
import { BUCKETS_ACCEPTED, BUCKETS_KEPT, NODE_SILENCE } from './count-limits.ts';
import type { BucketCount, CountStore, RandomBytes, StoreResult } from './count-store.ts';
import type { KeptCounts } from './kept-counts.ts';
import { createBucketCounts } from './memory/bucket-counts.ts';
import { createHourKeys } from './memory/hour-keys.ts';
import { mergeParts } from './merge-parts.ts';

export interface MemoryStoreOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: RandomBytes;
  /** Where the numbers of the open buckets outlive this process; nowhere unless told. */
  readonly kept?: KeptCounts;
  /** Told after each time that they were to be kept. */
  readonly onKept?: (done: boolean) => void;
}

const ok = <Value>(value: Value): StoreResult<Value> & { readonly ok: true } => ({ ok: true, value });

/** So many counts are added up, and so many tallies taken in, before others have their turn: half a millisecond. */
const AT_ONCE = 2;
const TALLIES_AT_ONCE = 250;

/**
 * The counts of one machine, in the memory of this process. Networks are never written down; of the buckets that still take
 * reports the numbers are, so that a process that was killed costs a moment of counts and not twenty minutes. Bounded: a
 * bucket that no report can reach any more is reduced to its sums, and after an hour it is gone.
 */
export const createMemoryStore = ({ now, random, kept, onKept }: MemoryStoreOptions): CountStore => {
  const keyOfHour = createHourKeys(random);
  const buckets = new Map<number, ReturnType<typeof createBucketCounts>>();
  const nodes = new Map<string, number>();
  const isOpen = (bucket: number): boolean => {
    const age = bucketOf(now()) - bucket;
    return age >= 0 && age < BUCKETS_ACCEPTED;
  };
  let earlier: readonly BucketCount[] = mergeParts(
    (kept?.found ?? []).filter(({ bucket }) => isOpen(bucket)),
  );
  /** Whether more was counted than is kept; how much is kept, and the bucket in which it was. */
  let changed = false;
  let last = { counts: kept?.found.length ?? 0, in: Number.NaN };

  /** One bucket more than reports may belong to: a flush may come a moment after the bucket's end. */
  const tidy = (): void => {
    const current = bucketOf(now());
    for (const [bucket, counts] of buckets) {
      if (bucket <= current - BUCKETS_KEPT) buckets.delete(bucket);
      else if (bucket < current - BUCKETS_ACCEPTED) counts.close();
    }
    earlier = earlier.filter(({ bucket }) => bucket > current - BUCKETS_KEPT);
  };

  /** What of earlier processes and of this one is worth keeping: the buckets that a look still asks for. */
  const openCounts = async (): Promise<BucketCount[]> => {
    const counts = earlier.filter(({ bucket }) => isOpen(bucket));
    for (const [, bucket] of [...buckets].filter(([number]) => isOpen(number)))
      for (const count of bucket.oneByOne()) {
        counts.push(count);
        if (counts.length % AT_ONCE === 0) await nextTurn();
      }
    return counts;
  };

  const keepNow = async (): Promise<void> => {
    const current = bucketOf(now());
    if (!kept || (!changed && (last.in === current || last.counts === 0))) return;
    changed = false;
    const counts = await openCounts();
    const done = await kept.keep(counts);
    if (done) last = { counts: counts.length, in: current };
    else changed = true;
    onKept?.(done);
  };
  let line = Promise.resolve();
  let waiting = 0;
  /** One after the other, and no queue: whoever waits keeps all that was added meanwhile. */
  const keep = (): Promise<void> => {
    if (waiting > 1) return line;
    waiting += 1;
    line = line.then(keepNow).finally(() => (waiting -= 1));
    return line;
  };

  return {
    hashKey: async (at) => ok(keyOfHour(at)),
    async add(tallies) {
      tidy();
      for (const [index, tally] of tallies.entries()) {
        if (index % TALLIES_AT_ONCE === TALLIES_AT_ONCE - 1) await nextTurn();
        const counts = buckets.get(tally.bucket) ?? createBucketCounts(tally.bucket);
        buckets.set(tally.bucket, counts);
        counts.add(tally);
      }
      changed ||= tallies.length > 0;
      void keep();
      return ok(null);
    },
    async read(asked) {
      tidy();
      return ok(
        [...new Set(asked)].flatMap((bucket) => [
          ...earlier.filter((count) => count.bucket === bucket),
          ...(buckets.get(bucket)?.read() ?? []),
        ]),
      );
    },
    async beat(node, at) {
      for (const [other, seen] of nodes) if (seen <= at - NODE_SILENCE) nodes.delete(other);
      nodes.set(node, at);
      // A bucket that is over is erased also where nobody reports any more.
      void keep();
      return ok(null);
    },
    livingNodes: async (at) => ok([...nodes.values()].filter((seen) => seen > at - NODE_SILENCE).length),
    async close() {
      await keep();
      await line;
      buckets.clear();
      nodes.clear();
    },
  };
};
