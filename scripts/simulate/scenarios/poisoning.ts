import type { CrowdState } from '../../../feed/crowd/crowd-state.ts';
import { SLACK } from '../../../feed/crowd/numbers.ts';
import { createRandom } from '../../calibrate/random.ts';
import { drip, flood, rentedNetworks } from '../world/attackers.ts';
import type { Happening } from '../world/happening.ts';
import { MONDAY, WEEK, type Learned } from '../world/learned.ts';
import { ordinaryDays } from '../world/ordinary-days.ts';
import { createServer, SETTINGS } from '../world/server.ts';
import { createWorld } from '../world/world.ts';
import { onsetDelays, type Delays } from './onset-delays.ts';
import { signInOutage } from '../world/troubles.ts';

/** What somebody reached who prepared the ground for weeks, and then the outage came. */
export interface Poisoning {
  readonly name: string;
  readonly weeks: number;
  /** The level at 15:00 UTC before and after, in networks a window. */
  readonly before: number;
  readonly after: number;
  /** Share of the time in which the feed said `degraded`. */
  readonly visible: number;
  readonly delays: Delays;
}

const MINUTE = 60_000;
const NETWORKS = rentedNetworks(5000, 1800);
/** As many as a flood may have and still be simulated for weeks in seconds; more only raise the alarm higher. */
const SOME_NETWORKS = rentedNetworks(400, 300);
/** The hour of the week in which the level is compared: Tuesday, 15:00 UTC. */
const COMPARED_HOUR = (Math.floor(MONDAY / 3_600_000) + 24 + 15) % 168;

interface Poisoner {
  readonly name: string;
  /** What it does, seeing all that the server knows. */
  readonly what: (knows: () => CrowdState | null) => Happening;
}

const deviationOf = ({ usual: { level, dispersion } }: CrowdState): number =>
  Math.sqrt(level + dispersion * level ** 2);

const POISONERS: readonly Poisoner[] = [
  {
    // As much as never adds up in the sum for ramps, and is odd in no window.
    name: 'patient: a little in every window, never seen',
    what: (knows) =>
      drip(createRandom(5), NETWORKS, 'forced-logout', () => {
        const state = knows();
        return state === null ? 0 : (SLACK * deviationOf(state)) / 5;
      }),
  },
  {
    name: 'brazen: 400 networks day and night',
    what: () => flood({ networks: SOME_NETWORKS, from: 0, until: Infinity, kinds: ['forced-logout'] }),
  },
  {
    // Nobody is in trouble among so many: the rate falls, and a growing user base excuses complaints.
    name: 'crowd of the contented: forged presence',
    what: () => flood({ networks: SOME_NETWORKS, from: 0, until: Infinity, kinds: ['presence'] }),
  },
];

const levelOf = (state: CrowdState): number => state.levels[COMPARED_HOUR] ?? state.usual.level;

/** Poisons a server that knows its eight weeks for `weeks` more, then stops, and on the next day it is 5 March 2024. */
export const playPoisonings = (
  learned: Learned,
  weeks: number,
  onsets: number,
  tell: (share: number) => void,
): readonly Poisoning[] =>
  POISONERS.map(({ name, what }, index) => {
    const random = createRandom(learned.people.length, index, 79);
    let state: CrowdState | null = learned.state;
    const poison = what(() => state);
    const world = createWorld(random, learned.people, [ordinaryDays(random, SETTINGS), poison]);
    const server = createServer(world, state);
    let [troubled, minutes] = [0, 0];
    for (let at = MONDAY; at < MONDAY + weeks * WEEK; at += MINUTE) {
      const { entry } = server.minute(at);
      state = server.state;
      minutes += 1;
      if (entry.status !== 'operational') troubled += 1;
    }
    tell((index + 1) / POISONERS.length);
    if (state === null) throw new Error('a server that has seen weeks has a state');
    const poisoned: Learned = { people: learned.people, state };
    return {
      name,
      weeks,
      before: levelOf(learned.state),
      after: levelOf(state),
      visible: troubled / minutes,
      delays: onsetDelays(poisoned, onsets, (scene) => signInOutage(scene), weeks),
    };
  });
