import type { CrowdState } from '../../../feed/crowd/crowd-state.ts';
import { createRandom } from '../../calibrate/random.ts';
import { ordinaryDays } from './ordinary-days.ts';
import { createPopulation, type Person } from './population.ts';
import { createServer, SETTINGS } from './server.ts';
import { createWorld } from './world.ts';

/** A Monday, 00:00 UTC; the baseline is learned in the weeks before it. */
export const MONDAY = Date.UTC(2024, 2, 4);
export const WEEK = 7 * 86_400_000;

/** People, and a server that has seen them for some weeks of ordinary days. */
export interface Learned {
  readonly people: readonly Person[];
  readonly state: CrowdState;
}

const BUCKET = 300_000;

/** Lets `weeks` of ordinary days pass before MONDAY. The same seed and size give the same. */
export const learn = (seed: number, size: number, weeks: number): Learned => {
  const random = createRandom(seed, size);
  const people = createPopulation(random, size);
  const world = createWorld(random, people, [ordinaryDays(random, SETTINGS)]);
  const server = createServer(world, null);
  for (let at = MONDAY - weeks * WEEK; at < MONDAY; at += BUCKET) server.bucket(at);
  if (server.state === null) throw new Error('nothing was learned');
  return { people, state: server.state };
};

/** The same from a memory: many scenarios begin where one learning ended. */
export const createLearning = (seed: number, weeks: number): ((size: number) => Learned) => {
  const memory = new Map<number, Learned>();
  return (size) => {
    const known = memory.get(size) ?? learn(seed, size, weeks);
    memory.set(size, known);
    return known;
  };
};
