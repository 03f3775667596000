import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Mix } from './mixes.ts';
import { addTally, emptyTally, type Tally } from './tally/tally.ts';
import type { Share } from './worker.ts';

type Told = { readonly done: number; readonly tally?: Tally };

const runShare = (share: Share, onDone: (cases: number) => void): Promise<Tally> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: share });
    worker.on('message', ({ done, tally }: Told) => {
      onDone(done);
      if (tally) resolve(tally);
    });
    worker.on('error', reject);
  });

/** Tallies `cases` cases of a population on all cores. The result does not depend on how many there are. */
export const runPopulation = async (
  mix: Mix,
  seed: number,
  cases: number,
  onDone: (cases: number) => void,
): Promise<Tally> => {
  const workers = Math.max(1, Math.min(availableParallelism(), Math.ceil(cases / 500)));
  const shares = Array.from({ length: workers }, (_, index): Share => ({
    mix,
    seed,
    from: Math.floor((cases * index) / workers),
    to: Math.floor((cases * (index + 1)) / workers),
  }));
  const sum = emptyTally();
  for (const tally of await Promise.all(shares.map((share) => runShare(share, onDone)))) addTally(sum, tally);
  return sum;
};
