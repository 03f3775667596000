import { REPORT_KINDS, type ReportKind } from '../../../lib/model/report.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import type { BucketCount, Tally } from '../count-store.ts';
import { countOfSample } from '../count-of-sample.ts';
import { createNetworkSet } from './network-set.ts';

type KindCount = { reports: number; readonly networks: ReturnType<typeof createNetworkSet> };

/** All counts of one bucket. */
export const createBucketCounts = (bucket: number) => {
  const services = new Map<ServiceId, Map<ReportKind, KindCount>>();
  let closed: readonly BucketCount[] | null = null;

  const kindOf = ({ service, kind }: Tally): KindCount => {
    const kinds = services.get(service) ?? new Map<ReportKind, KindCount>();
    services.set(service, kinds);
    const count = kinds.get(kind) ?? { reports: 0, networks: createNetworkSet() };
    kinds.set(kind, count);
    return count;
  };

  const summed = (): BucketCount[] =>
    [...services].flatMap(([service, kinds]) =>
      REPORT_KINDS.flatMap((kind) => {
        const count = kinds.get(kind);
        if (!count) return [];
        const { reports, networks } = count;
        return [countOfSample({ service, kind, bucket, reports }, networks.sample(), networks.estimate())];
      }),
    );

  return {
    /** Counts a tally; a bucket that is closed takes no more. */
    add(tally: Tally): void {
      if (closed) return;
      const count = kindOf(tally);
      count.reports += 1;
      count.networks.add(tally);
    },
    read: (): readonly BucketCount[] => closed ?? summed(),
    /** Keeps the sums alone and lets go of what they were made from. */
    close(): void {
      closed ??= summed();
      services.clear();
    },
  };
};
