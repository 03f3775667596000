import { fuzzFeed } from './fuzz/fuzz-feed.ts';

const BAR = 40;

/** Shows how far it is: on a terminal a bar that moves, elsewhere a line for each tenth. */
const progress = (runs: number) => {
  const start = performance.now();
  let tenths = 0;
  return (done: number): void => {
    const share = done / runs;
    const left = ((performance.now() - start) / 1000 / share) * (1 - share);
    const line = `${'█'.repeat(BAR * share).padEnd(BAR, '░')} ${String(Math.round(100 * share)).padStart(3)} %  ${left.toFixed(0)} s left`;
    if (process.stdout.isTTY) process.stdout.write(`\r${line}\u001b[K${done >= runs ? '\n' : ''}`);
    else if (Math.floor(10 * share) > tenths) console.log(line);
    tenths = Math.floor(10 * share);
  };
};

/** Tries so many fuzzed files against the feed's client and prints how they ended. Whether all ended as they must. */
export const runFuzz = async (runs: number, seed: number): Promise<boolean> => {
  const start = performance.now();
  const { counts, wholeClient, complaints } = await fuzzFeed(runs, seed, progress(runs));
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `\nFuzzed files of the feed: ${String(runs)}, ${String(wholeClient)} of them through the whole client, seed ${String(seed)}, ${seconds.toFixed(0)} s`,
  );
  for (const [outcome, count] of Object.entries(counts).sort(([, one], [, other]) => other - one))
    console.log(
      `${String(count).padStart(9)}  ${((100 * count) / runs).toFixed(2).padStart(6)} %  ${outcome}`,
    );
  for (const { number, complaint } of complaints.slice(0, 20))
    console.log(`✗ case ${String(number)}: ${complaint}`);
  console.log(
    complaints.length === 0
      ? '✓ none threw, none ended otherwise than it must'
      : `✗ ${String(complaints.length)} did not end as they must`,
  );
  return complaints.length === 0;
};
