import { LARGEST_KEPT, REPORTS_PER_NETWORK } from './count-limits.ts';
import type { BucketCount } from './count-store.ts';

/** What lies in a sample of distinct networks. */
export interface SampleSums {
  readonly size: number;
  /** Networks of each block, and of each region that was named. */
  readonly blocks: Uint32Array;
  readonly regions: readonly (readonly [string, number])[];
}

/**
 * What was counted of a kind of report. The sample is all its distinct networks (then `estimate` is null), or those with the
 * smallest hashes, which is an even choice among them: what holds for their shares holds for all (bottom-k sketch, Cohen
 * and Kaplan 2007; with 2,000 of them a share of 20 % is told to about ± 1 %). An estimate never exceeds what is possible.
 */
export const countOfSample = (
  head: Pick<BucketCount, 'service' | 'kind' | 'bucket' | 'reports'>,
  { size, blocks, regions }: SampleSums,
  estimate: number | null,
): BucketCount => {
  const networks = Math.max(size, Math.min(estimate ?? 0, head.reports));
  const scaled = (count: number): number => Math.round((count * networks) / size);
  return {
    ...head,
    reports: Math.min(head.reports, REPORTS_PER_NETWORK * networks),
    networks,
    blocks: [...blocks.toSorted().reverse().subarray(0, LARGEST_KEPT)].map(scaled),
    regions: Object.fromEntries(
      regions
        .filter(([, count]) => count > 0)
        .toSorted(([, one], [, other]) => other - one)
        .slice(0, LARGEST_KEPT)
        .map(([region, count]) => [region, scaled(count)]),
    ),
  };
};

/** How often each number is there, in any order. Sorts what it is given. */
export const runLengths = (numbers: Uint32Array): Uint32Array => {
  numbers.sort();
  const lengths = new Uint32Array(numbers.length);
  let runs = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    if (index > 0 && numbers[index] !== numbers[index - 1]) runs += 1;
    lengths[runs] = (lengths[runs] ?? 0) + 1;
  }
  return lengths.subarray(0, numbers.length === 0 ? 0 : runs + 1);
};
