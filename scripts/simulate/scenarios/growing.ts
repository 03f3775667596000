import { createRandom } from '../../calibrate/random.ts';
import { MONDAY, WEEK } from '../world/learned.ts';
import { ordinaryDays } from '../world/ordinary-days.ts';
import { createPopulation } from '../world/population.ts';
import { createServer, SETTINGS } from '../world/server.ts';
import { createWorld } from '../world/world.ts';

/** What a user base that doubles week by week looked like. */
export interface Growing {
  readonly presence: boolean;
  readonly from: number;
  readonly to: number;
  readonly raised: number;
  readonly falseAlarms: number;
}

const MINUTE = 60_000;
const DOUBLINGS = 4;

/** Eight weeks with `size` people, then twice as many each week for four weeks, evenly from minute to minute. */
export const playGrowing = (seed: number, size: number, presence: boolean): Growing => {
  const most = size * 2 ** DOUBLINGS;
  const random = createRandom(seed, size, 80);
  const people = createPopulation(random, most);
  const settings = presence ? SETTINGS : { ...SETTINGS, presenceRate: 0 };
  const joined = (at: number): number => Math.min(1, 2 ** Math.max(0, (at - MONDAY) / WEEK) / 2 ** DOUBLINGS);
  const world = createWorld(random, people, [
    ordinaryDays(random, { presenceRate: settings.presenceRate, joined }),
  ]);
  const server = createServer(world, null, settings);
  for (let at = MONDAY - 8 * WEEK; at < MONDAY; at += 5 * MINUTE) server.bucket(at);
  let [level, status, raised, falseAlarms] = ['none', 'operational', 0, 0];
  for (let at = MONDAY; at < MONDAY + DOUBLINGS * WEEK; at += MINUTE) {
    const { reading, entry } = server.minute(at);
    if (level === 'none' && reading.level !== 'none') raised += 1;
    if (status === 'operational' && entry.status !== 'operational') falseAlarms += 1;
    [level, status] = [reading.level, entry.status];
  }
  return { presence, from: size, to: most, raised, falseAlarms };
};
