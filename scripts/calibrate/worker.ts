import { parentPort, workerData } from 'node:worker_threads';
import type { Mix } from './mixes.ts';
import { tallyCases } from './tally-cases.ts';

/** One worker's share: every part is a span of case numbers. */
export interface Share {
  readonly mix: Mix;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

const TELL_EVERY = 250;

const { mix, seed, from, to } = workerData as Share;
let done = 0;
const tally = tallyCases(mix, seed, from, to, () => {
  done += 1;
  if (done % TELL_EVERY === 0) parentPort?.postMessage({ done: TELL_EVERY });
});
parentPort?.postMessage({ done: done % TELL_EVERY, tally });
