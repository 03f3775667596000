import type { ReportKind } from '../../lib/model/report.ts';
import type { BucketCount } from '../store/count-store.ts';
import { cappedNetworks } from './block-cap.ts';
import { COMPLAINTS } from './complaints.ts';

/** What one bucket of one service says, after the cap on blocks. */
export interface BucketReading {
  /** Distinct networks with a complaint: those of the commonest complaint, since nobody counts twice for complaining of two things. */
  readonly networks: number;
  /** Blocks in which they are. */
  readonly blocks: number;
  /** Networks of each kind of report. */
  readonly kinds: ReadonlyMap<ReportKind, number>;
  /** Complaints, in reports. */
  readonly reports: number;
  /** Networks with the commonest complaint in each region, less all that the cap took away. */
  readonly regions: ReadonlyMap<string, number>;
  /** Networks of any kind, presence too, in each region: who is there at all. */
  readonly anywhere: ReadonlyMap<string, number>;
}

interface Cell {
  readonly count: BucketCount;
  readonly capped: number;
}

const blocksOf = ({ networks, blocks }: BucketCount): number => {
  const named = blocks.reduce((sum, size) => sum + size, 0);
  return blocks.length + Math.max(0, networks - named);
};

/** Nobody knows in which region the block lies that the cap cut: each region may have been made by it. */
const regionsAfterCap = ({ count, capped }: Cell): Map<string, number> => {
  const cut = count.networks - capped;
  return new Map(Object.entries(count.regions).map(([name, size]) => [name, Math.max(0, size - cut)]));
};

const peopleByRegion = (cells: readonly Cell[]): Map<string, number> => {
  const anywhere = new Map<string, number>();
  for (const cell of cells)
    for (const [name, size] of regionsAfterCap(cell)) anywhere.set(name, (anywhere.get(name) ?? 0) + size);
  return anywhere;
};

/** Reads the counts of one service in one bucket. Kinds that were not counted are 0. */
export const readBucket = (counts: readonly BucketCount[], bucket: number): BucketReading => {
  const cells = counts
    .filter((count) => count.bucket === bucket)
    .map((count): Cell => ({ count, capped: cappedNetworks(count) }));
  const complaints = COMPLAINTS.flatMap((kind) => cells.filter(({ count }) => count.kind === kind));
  const leading = complaints.reduce<Cell | null>(
    (best, cell) => (best === null || cell.capped > best.capped ? cell : best),
    null,
  );
  return {
    networks: leading?.capped ?? 0,
    blocks: leading ? blocksOf(leading.count) : 0,
    kinds: new Map(cells.map(({ count, capped }) => [count.kind, capped])),
    reports: complaints.reduce(
      (sum, { count, capped }) => sum + (count.networks > 0 ? (count.reports * capped) / count.networks : 0),
      0,
    ),
    regions: leading ? regionsAfterCap(leading) : new Map(),
    anywhere: peopleByRegion(cells),
  };
};
