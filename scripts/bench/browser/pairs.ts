import { median } from '../median.ts';

/** One measure of the same thing without the extension and with it. */
export interface Pair {
  readonly without: number;
  readonly with: number;
}

/** Measures in turns, so that both meet the same load of the machine. */
export const inTurns = async (
  rounds: number,
  without: () => Promise<number>,
  withIt: () => Promise<number>,
): Promise<readonly Pair[]> => {
  const pairs: Pair[] = [];
  // The first of each fills caches.
  await without();
  await withIt();
  for (let round = 0; round < rounds; round += 1)
    pairs.push({ without: await without(), with: await withIt() });
  return pairs;
};

/** What was added, as a median, with the quickest and the middle of each side. */
export const tellPairs = (what: string, pairs: readonly Pair[], limit: number): string => {
  const added = median(pairs.map((one) => one.with)) - median(pairs.map(({ without }) => without));
  const least = Math.min(...pairs.map((one) => one.with)) - Math.min(...pairs.map(({ without }) => without));
  return `${what}: ${added.toFixed(2)} ms added (at best ${least.toFixed(2)}; at most ${limit} wanted), ${pairs.length} times each`;
};
