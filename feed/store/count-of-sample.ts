import { LARGEST_KEPT, REPORTS_PER_NETWORK } from './count-limits.ts';
import type { BucketCount } from './count-store.ts';

/** One distinct network of a sample: the block that it lies in and the region named with it. */
export interface SampledNetwork {
  readonly block: string | number;
  readonly region: string | null;
}

const tallied = <Key>(keys: Iterable<Key>): [Key, number][] => {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).slice(0, LARGEST_KEPT);
};

/**
 * What was counted of a kind of report. `sample` is all its distinct networks (then `estimate` is null), or those with the
 * smallest hashes, which is an even choice among them: what holds for their shares holds for all (bottom-k sketch, Cohen
 * and Kaplan 2007; with 2,000 of them a share of 20 % is told to about ± 1 %). An estimate never exceeds what is possible.
 */
export const countOfSample = (
  head: Pick<BucketCount, 'service' | 'kind' | 'bucket' | 'reports'>,
  sample: readonly SampledNetwork[],
  estimate: number | null,
): BucketCount => {
  const networks = Math.max(sample.length, Math.min(estimate ?? 0, head.reports));
  const scaled = (count: number): number => Math.round((count * networks) / sample.length);
  const regions = tallied(sample.flatMap(({ region }) => region ?? []));
  return {
    ...head,
    reports: Math.min(head.reports, REPORTS_PER_NETWORK * networks),
    networks,
    blocks: tallied(sample.map(({ block }) => block)).map(([, count]) => scaled(count)),
    regions: Object.fromEntries(regions.map(([region, count]) => [region, scaled(count)])),
  };
};
