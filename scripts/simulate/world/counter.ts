import type { ReportKind } from '../../../lib/model/report.ts';
import { countedAs, type CountKind } from '../../../feed/store/count-kinds.ts';
import type { BucketCount } from '../../../feed/store/count-store.ts';
import { REGIONS } from './assumptions.ts';
import type { Person } from './population.ts';

/** One report on its way, with what the server would see of its sender. */
export interface Sent {
  readonly kind: ReportKind;
  readonly bucket: number;
  readonly from: Person;
}

interface Cell {
  readonly networks: Map<number, number>;
  readonly blocks: Map<number, number>;
  readonly regions: Map<number, number>;
  reports: number;
  read: BucketCount | null;
}

const MOST_REPORTS_A_NETWORK = 3;
const MOST_BLOCKS = 64;
const KEPT_BUCKETS = 4;

const add = (counts: Map<number, number>, key: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const toCount = (kind: CountKind, bucket: number, cell: Cell): BucketCount => ({
  service: 'facebook',
  kind,
  bucket,
  reports: cell.reports,
  networks: cell.networks.size,
  blocks: [...cell.blocks.values()].sort((one, other) => other - one).slice(0, MOST_BLOCKS),
  regions: Object.fromEntries([...cell.regions].map(([region, n]) => [REGIONS[region]?.name ?? '', n])),
});

/** Counts as the server's store does, without hashing: distinct networks, at most three reports each, four buckets. */
export const createCounter = () => {
  const buckets = new Map<number, Map<CountKind, Cell>>();
  const cellOf = (kind: CountKind, bucket: number): Cell => {
    let kinds = buckets.get(bucket);
    if (!kinds) {
      buckets.set(bucket, (kinds = new Map()));
      for (const old of buckets.keys()) if (old <= bucket - KEPT_BUCKETS) buckets.delete(old);
    }
    let cell = kinds.get(kind);
    if (!cell)
      kinds.set(
        kind,
        (cell = { networks: new Map(), blocks: new Map(), regions: new Map(), reports: 0, read: null }),
      );
    return cell;
  };
  const count = (cell: Cell, { network, block, region }: Person): void => {
    const before = cell.networks.get(network) ?? 0;
    if (before >= MOST_REPORTS_A_NETWORK) return;
    cell.networks.set(network, before + 1);
    cell.reports += 1;
    cell.read = null;
    if (before > 0) return;
    add(cell.blocks, block);
    add(cell.regions, region);
  };
  return {
    accept({ kind, bucket, from }: Sent): void {
      for (const counted of countedAs(kind)) count(cellOf(counted, bucket), from);
    },
    read(): readonly BucketCount[] {
      const counts: BucketCount[] = [];
      for (const [bucket, kinds] of buckets)
        for (const [kind, cell] of kinds) counts.push((cell.read ??= toCount(kind, bucket, cell)));
      return counts;
    },
  };
};
export type Counter = ReturnType<typeof createCounter>;
