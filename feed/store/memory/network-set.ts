import { EXACT_LIMIT } from '../count-limits.ts';
import { runLengths, type SampleSums } from '../count-of-sample.ts';
import { createHyperLogLog } from './hyper-log-log.ts';
import { createNetworkTable } from './network-table.ts';

/** Names beyond the limit are gathered up to here before the sample is cut back, so that sorting is rare. */
const CUT_AT = EXACT_LIMIT + 500;
/** Region numbers are bytes, and 0 is none. */
const MOST_REGIONS = 255;

/**
 * The distinct networks of one kind of report in one bucket: all of them to 2,000 at least, then an estimate beside a sample
 * of those with the smallest hashes. At most about 60 kB.
 */
export const createNetworkSet = () => {
  const sample = createNetworkTable();
  const regions: string[] = [];
  let sketch: ReturnType<typeof createHyperLogLog> | null = null;
  let ceiling = Number.POSITIVE_INFINITY;

  const numberOf = (region: string | null): number => {
    if (region === null) return 0;
    const known = regions.indexOf(region) + 1;
    if (known > 0 || regions.length === MOST_REGIONS) return known;
    return regions.push(region);
  };

  const cut = (): void => {
    const rows = sample.rows().sort((one, other) => one.name - other.name);
    if (!sketch) {
      sketch = createHyperLogLog();
      for (const { name } of rows) sketch.add(name);
    }
    const kept = rows.slice(0, EXACT_LIMIT);
    ceiling = kept.at(-1)?.name ?? ceiling;
    sample.replace(kept);
  };

  return {
    /** `name` is the network's 48 bits, `block` its block's 32. */
    add(name: number, block: number, region: string | null): void {
      sketch?.add(name);
      if (name > ceiling || sample.has(name)) return;
      sample.add({ name, block, region: numberOf(region) });
      if (sample.count() > CUT_AT) cut();
    },
    sample(): SampleSums {
      const { blocks, regions: byNumber } = sample.columns();
      return {
        size: blocks.length,
        blocks: runLengths(blocks),
        regions: regions.map((name, index) => [name, byNumber[index + 1] ?? 0] as const),
      };
    },
    /** How many there are in all; null while the sample is all of them. */
    estimate: (): number | null => sketch?.count() ?? null,
  };
};
