import { COMPLAINTS, type CountKind } from '../store/count-kinds.ts';
import type { BucketCount } from '../store/count-store.ts';
import { cappedNetworks } from './block-cap.ts';

/** What one bucket of one service says, after the cap on blocks. */
export interface BucketReading {
  /** Distinct networks with a complaint; nobody counts twice for complaining of two things. */
  readonly networks: number;
  /** Blocks in which they are. */
  readonly blocks: number;
  /** Networks of each kind of report, and of all complaints together. */
  readonly kinds: ReadonlyMap<CountKind, number>;
  /** Complaints, in reports. */
  readonly reports: number;
  /** Networks with a complaint in each region, less all that the cap took away. */
  readonly regions: ReadonlyMap<string, number>;
  /** Networks of any kind, presence too, in each region: who is there at all. */
  readonly anywhere: ReadonlyMap<string, number>;
}

/** All that was counted of one kind. */
interface Cell {
  readonly kind: CountKind;
  readonly capped: number;
  readonly blocks: number;
  readonly reports: number;
  readonly regions: ReadonlyMap<string, number>;
}

const blocksOf = ({ networks, blocks }: BucketCount): number => {
  const named = blocks.reduce((sum, size) => sum + size, 0);
  return blocks.length + Math.max(0, networks - named);
};

/** Nobody knows in which region the block lies that the cap cut: each region may have been made by it. */
const regionsAfterCap = (count: BucketCount, capped: number): [string, number][] => {
  const cut = count.networks - capped;
  return Object.entries(count.regions).map(([name, size]) => [name, Math.max(0, size - cut)]);
};

const addUp = (all: Iterable<readonly [string, number]>): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const [name, size] of all) sums.set(name, (sums.get(name) ?? 0) + size);
  return sums;
};

/**
 * Parts of one count are added up like the buckets of a window, each with its own cap: so no block is worth more than a
 * fifth of the sum either.
 */
const cellOf = (kind: CountKind, parts: readonly BucketCount[]): Cell => {
  const read = parts.map((count) => ({ count, capped: cappedNetworks(count) }));
  return {
    kind,
    capped: read.reduce((sum, { capped }) => sum + capped, 0),
    blocks: Math.max(0, ...parts.map(blocksOf)),
    reports: read.reduce(
      (sum, { count, capped }) => sum + (count.networks > 0 ? (count.reports * capped) / count.networks : 0),
      0,
    ),
    regions: addUp(read.flatMap(({ count, capped }) => regionsAfterCap(count, capped))),
  };
};

/** Reads the counts of one service in one bucket. Kinds that were not counted are 0. */
export const readBucket = (counts: readonly BucketCount[], bucket: number): BucketReading => {
  const parts = Map.groupBy(
    counts.filter((count) => count.bucket === bucket),
    ({ kind }) => kind,
  );
  const cells = new Map([...parts].map(([kind, all]) => [kind, cellOf(kind, all)]));
  const complaints = COMPLAINTS.flatMap((kind) => cells.get(kind) ?? []);
  // Who complains at all; never fewer than of one thing, where a node of an earlier version counts beside this one.
  const whole = cells.get('complaint');
  const leading = [...(whole ? [whole] : []), ...complaints].reduce<Cell | null>(
    (best, cell) => (best === null || cell.capped > best.capped ? cell : best),
    null,
  );
  const apart = [...cells.values()].filter(({ kind }) => kind !== 'complaint');
  return {
    networks: leading?.capped ?? 0,
    blocks: leading?.blocks ?? 0,
    kinds: new Map([...cells].map(([kind, { capped }]) => [kind, capped])),
    reports: complaints.reduce((sum, { reports }) => sum + reports, 0),
    regions: leading?.regions ?? new Map(),
    anywhere: addUp(apart.flatMap(({ regions }) => [...regions])),
  };
};
