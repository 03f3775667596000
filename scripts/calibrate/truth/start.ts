import type { ServiceId } from '../../../lib/model/service-id.ts';
import type { Random } from '../random.ts';
import type { Situation } from './situation.ts';

/** What every situation starts from: what this person has watched, and when (ms) something happens. */
export interface Start {
  readonly watched: readonly ServiceId[];
  readonly meets: number;
}

/** Draws one kind of situation. */
export type Draw = (random: Random, start: Start) => Situation;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Any moment of a year that has no incident of its own in the facts. */
const YEAR_BEGINS = Date.UTC(2027, 0, 1);

/**
 * Facebook and Instagram are watched from the beginning (product); who takes one away or adds others is a minority.
 * The shares are a guess.
 */
export const drawStart = (random: Random): Start => {
  const watched = new Set<ServiceId>(['facebook', 'instagram']);
  if (random.chance(0.15)) watched.delete(random.pick(['facebook', 'instagram']));
  for (const [service, share] of [
    ['messenger', 0.25],
    ['threads', 0.15],
    ['whatsapp', 0.3],
    ['x', 0.2],
  ] as const)
    if (random.chance(share)) watched.add(service);
  return { watched: [...watched], meets: Math.floor(YEAR_BEGINS + random.between(0, 364 * DAY)) };
};

/** The service in focus: by how many people use each in a browser, a guess; `among` narrows the choice. */
export const drawFocus = (
  random: Random,
  among: Readonly<Partial<Record<ServiceId, number>>> = {
    facebook: 50,
    instagram: 35,
    messenger: 6,
    threads: 4,
    x: 5,
  },
): ServiceId => random.weighted(among);
