import type { ReportKind } from '../../../lib/model/report.ts';
import type { Random } from '../../calibrate/random.ts';
import { REGIONS } from './assumptions.ts';
import { activeShare } from './habits.ts';
import { happeningOf, type Event, type Happening } from './happening.ts';
import type { Person } from './population.ts';

const MINUTE = 60_000;

interface Scene {
  readonly random: Random;
  readonly people: readonly Person[];
  /** When it begins, ms since 1970. */
  readonly at: number;
}

/** A complaint that a person who is hit makes: how likely, and how many minutes later on average. */
interface Complaint {
  readonly kind: ReportKind;
  readonly chance: number;
  readonly minutes: number;
}

/** Those who have the service open when it begins, each with this chance of being hit. */
const hit = ({ random, people, at }: Scene, chance: number, region?: string): readonly Person[] =>
  people.filter((person) => {
    if (region !== undefined && REGIONS[person.region]?.name !== region) return false;
    return random.chance(chance * activeShare(person.region, at));
  });

/** Each complaint follows on the one before it; who does not make it makes none of the later ones either. */
const complaining = (
  { random, at }: Scene,
  people: readonly Person[],
  chain: readonly Complaint[],
): Happening =>
  happeningOf(
    people.flatMap((from) => {
      const events: Event[] = [];
      let when = at;
      for (const { kind, chance, minutes } of chain) {
        if (!random.chance(chance)) break;
        when += random.waiting(minutes) * MINUTE;
        events.push({ at: when, kind, from });
      }
      return events;
    }),
  );

/** 5 March 2024: all who are signed in are thrown out within minutes, and right passwords are refused. */
export const signInOutage = (scene: Scene, share = 1): Happening =>
  complaining(scene, hit(scene, share), [
    { kind: 'forced-logout', chance: 1, minutes: 2 },
    { kind: 'sign-in-rejected', chance: 0.6, minutes: 2 },
    { kind: 'errors', chance: 0.4, minutes: 3 },
  ]);

/** 4 October 2021: names gone. People see it when they next load something; the feed's own host is fine. */
export const namesGone = (scene: Scene): Happening =>
  complaining(scene, hit(scene, 1), [{ kind: 'unreachable', chance: 0.9, minutes: 10 }]);

/** Errors for those of one region. */
export const regionalOutage = (scene: Scene, region: string): Happening =>
  complaining(scene, hit(scene, 1, region), [
    { kind: 'errors', chance: 0.8, minutes: 4 },
    { kind: 'forced-logout', chance: 0.2, minutes: 3 },
  ]);

/** 28 September 2018: one in twenty is signed out on purpose, over a quarter of an hour; signing in works. */
export const securityReset = (scene: Scene, share = 0.045): Happening =>
  complaining(scene, hit(scene, share), [
    { kind: 'forced-logout', chance: 1, minutes: 12 },
    { kind: 'sign-in-works', chance: 0.8, minutes: 2 },
  ]);

/** What fails ever more often: errors that rise evenly from nothing to `most` a minute within `minutes`, and stay. */
export const slowRamp = ({ random, people, at }: Scene, most: number, minutes: number): Happening => {
  const events: Event[] = [];
  for (let minute = 0; minute < 2 * minutes; minute += 1) {
    const mean = most * Math.min(1, minute / minutes);
    const whole = Math.floor(mean) + Number(random.chance(mean % 1));
    for (let i = 0; i < whole; i += 1)
      events.push({ at: at + (minute + random.unit()) * MINUTE, kind: 'errors', from: random.pick(people) });
  }
  return happeningOf(events);
};
