import { LARGEST_KEPT } from './count-limits.ts';
import type { BucketCount } from './count-store.ts';

const largest = <Item>(items: readonly Item[], size: (item: Item) => number): Item[] =>
  items.toSorted((one, other) => size(other) - size(one)).slice(0, LARGEST_KEPT);

/**
 * Nobody knows any more which block of the one part is which of the other: the largest are taken for the same, so that no
 * block ever hides from the cap by a restart.
 */
const mergeBlocks = (one: readonly number[], other: readonly number[]): number[] => {
  const [more, fewer] = one.length >= other.length ? [one, other] : [other, one];
  return more.map((size, place) => size + (fewer[place] ?? 0));
};

const mergeRegions = (one: BucketCount['regions'], other: BucketCount['regions']): BucketCount['regions'] => {
  const sums = new Map(Object.entries(one));
  for (const [name, size] of Object.entries(other)) sums.set(name, (sums.get(name) ?? 0) + size);
  return Object.fromEntries(largest([...sums], ([, size]) => size));
};

/** Puts the parts of each count together: an upper bound, since a network may be in several. */
export const mergeParts = (parts: readonly BucketCount[]): BucketCount[] => {
  const merged = new Map<string, BucketCount>();
  for (const part of parts) {
    const name = `${part.service} ${part.kind} ${part.bucket}`;
    const before = merged.get(name);
    merged.set(
      name,
      before
        ? {
            ...before,
            reports: before.reports + part.reports,
            networks: before.networks + part.networks,
            blocks: mergeBlocks(before.blocks, part.blocks),
            regions: mergeRegions(before.regions, part.regions),
          }
        : part,
    );
  }
  return [...merged.values()];
};
