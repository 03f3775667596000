import type { Tally } from '../count-store.ts';
import { EXACT_LIMIT } from '../count-limits.ts';
import type { SampledNetwork } from '../count-of-sample.ts';
import { createHyperLogLog } from './hyper-log-log.ts';

/** Names beyond the limit are gathered up to here before the sample is cut back, so that sorting is rare. */
const CUT_AT = EXACT_LIMIT + 500;

/**
 * The distinct networks of one kind of report in one bucket: all of them to 2,000 at least, then an estimate beside a sample
 * of those with the smallest hashes. At most about 150 kB.
 */
export const createNetworkSet = () => {
  /** Block by network, both as numbers: a fifth of the memory of their texts. */
  const sample = new Map<number, number>();
  const regions = new Map<number, string>();
  let sketch: ReturnType<typeof createHyperLogLog> | null = null;
  let ceiling = Number.POSITIVE_INFINITY;

  const cut = (): void => {
    const names = Float64Array.from(sample.keys()).sort();
    if (!sketch) {
      sketch = createHyperLogLog();
      for (const name of names) sketch.add(name);
    }
    ceiling = names[EXACT_LIMIT - 1] ?? ceiling;
    for (const name of names.subarray(EXACT_LIMIT)) {
      sample.delete(name);
      regions.delete(name);
    }
  };

  return {
    add({ network, block, region }: Pick<Tally, 'network' | 'block' | 'region'>): void {
      const name = Number.parseInt(network, 16);
      sketch?.add(name);
      if (name > ceiling || sample.has(name)) return;
      sample.set(name, Number.parseInt(block, 16));
      if (region !== null) regions.set(name, region);
      if (sample.size > CUT_AT) cut();
    },
    sample: (): SampledNetwork[] =>
      [...sample].map(([name, block]) => ({ block, region: regions.get(name) ?? null })),
    /** How many there are in all; null while the sample is all of them. */
    estimate: (): number | null => sketch?.count() ?? null,
  };
};
