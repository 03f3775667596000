import type { ServiceId } from '../../../lib/model/service-id.ts';
import { COUNT_KINDS, countedAs, type CountKind } from '../count-kinds.ts';
import { countOfSample } from '../count-of-sample.ts';
import type { BucketCount, Tally } from '../count-store.ts';
import { createNetworkSet } from './network-set.ts';

interface KindCount {
  reports: number;
  readonly networks: ReturnType<typeof createNetworkSet>;
  /** What it came to when somebody last asked; null when more came since. */
  sums: BucketCount | null;
}

/** All counts of one bucket. */
export const createBucketCounts = (bucket: number) => {
  const services = new Map<ServiceId, Map<CountKind, KindCount>>();
  let closed: readonly BucketCount[] | null = null;

  const countOf = (service: ServiceId, kind: CountKind): KindCount => {
    const kinds = services.get(service) ?? new Map<CountKind, KindCount>();
    services.set(service, kinds);
    const count = kinds.get(kind) ?? { reports: 0, networks: createNetworkSet(), sums: null };
    kinds.set(kind, count);
    return count;
  };

  function* oneByOne(): Generator<BucketCount> {
    if (closed) return yield* closed;
    for (const [service, kinds] of services)
      for (const kind of COUNT_KINDS) {
        const count = kinds.get(kind);
        if (!count) continue;
        const { reports, networks } = count;
        const head = { service, kind, bucket, reports };
        yield (count.sums ??= countOfSample(head, networks.sample(), networks.estimate()));
      }
  }

  return {
    /** Counts a tally; a bucket that is closed takes no more. */
    add(tally: Tally): void {
      if (closed) return;
      const [name, block] = [Number.parseInt(tally.network, 16), Number.parseInt(tally.block, 16)];
      for (const kind of countedAs(tally.kind)) {
        const count = countOf(tally.service, kind);
        count.reports += 1;
        count.networks.add(name, block, tally.region);
        count.sums = null;
      }
    },
    read: (): readonly BucketCount[] => closed ?? [...oneByOne()],
    /** The same, each made when it is asked for. */
    oneByOne,
    /** Keeps the sums alone and lets go of what they were made from. */
    close(): void {
      closed ??= [...oneByOne()];
      services.clear();
    },
  };
};
