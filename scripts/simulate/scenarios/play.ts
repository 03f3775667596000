import { createRandom, type Random } from '../../calibrate/random.ts';
import type { Happening } from '../world/happening.ts';
import type { Learned } from '../world/learned.ts';
import { ordinaryDays } from '../world/ordinary-days.ts';
import type { Person } from '../world/population.ts';
import { createServer, SETTINGS, type Look } from '../world/server.ts';
import { createWorld } from '../world/world.ts';

export interface Play {
  readonly learned: Learned;
  /** Draws of this play; the same numbers give the same play. */
  readonly seeds: readonly number[];
  /** When it begins (ms since 1970; the half hour before is ordinary), and for how many minutes it is watched. */
  readonly at: number;
  readonly minutes: number;
  readonly what: (scene: { random: Random; people: readonly Person[]; at: number }) => readonly Happening[];
}

export interface Played {
  readonly looks: readonly Look[];
  /** When the eighth complaint arrived of what happened from `at` on (ms since 1970). */
  readonly eighth: number | null;
}

const MINUTE = 60_000;
const BEFORE = 30;

/** Plays happenings on an ordinary day, on a server that knows the place. */
export const play = ({ learned, seeds, at, minutes, what }: Play): Played => {
  const random = createRandom(...seeds);
  const { people, state } = learned;
  const ordinary = ordinaryDays(random, SETTINGS);
  const world = createWorld(random, people, [ordinary, ...what({ random, people, at })]);
  const server = createServer(world, state);
  const first = Math.floor(at / MINUTE) * MINUTE - BEFORE * MINUTE;
  world.watch(at);
  const looks: Look[] = [];
  for (let minute = 0; minute < BEFORE + minutes; minute += 1)
    looks.push(server.minute(first + minute * MINUTE));
  return { looks: looks.filter((look) => look.at >= at), eighth: world.eighth() };
};

/** The first look at which the feed reports trouble; null while it never does. */
export const firstTrouble = ({ looks }: Played): Look | null =>
  looks.find(({ entry }) => entry.status === 'degraded' || entry.status === 'outage') ?? null;
