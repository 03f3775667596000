import type { ReportKind } from '../../../lib/model/report.ts';
import type { Random } from '../../calibrate/random.ts';
import { ACTIVE_MEAN, COMPLAINTS_A_DAY, HICCUPS_A_WEEK, HICCUP_MOST, REGIONS } from './assumptions.ts';
import { activeShare, createMood, MOST_ACTIVE } from './habits.ts';
import type { Event, Happening, MinuteOfWorld } from './happening.ts';
import type { Person } from './population.ts';
import { poisson } from './poisson.ts';

export interface Ordinary {
  /** Share of signed-in people who say so, sampled; 0 without presence. */
  readonly presenceRate: number;
  /** How many of the people have opted in by then, as a share of `people`; 1 throughout where left out. */
  readonly joined?: (at: number) => number;
  /** How busy a moment is beside its hour of the week: holidays. */
  readonly busy?: (at: number) => number;
  /** Moves people's clocks: summer time, in hours. */
  readonly shifted?: (at: number) => number;
}

const KINDS = Object.entries(COMPLAINTS_A_DAY) as [ReportKind, number][];
const ALL_A_DAY = KINDS.reduce((sum, [, rate]) => sum + rate, 0);

const weights = Object.fromEntries(KINDS) as Record<ReportKind, number>;

const activeOf = (at: number): readonly number[] => REGIONS.map((_, region) => activeShare(region, at));

/** Somebody who is there: drawn from all, kept as often as the region is awake. */
const somebody = ({ random, people }: MinuteOfWorld, joined: number, active: readonly number[]): Person => {
  const among = Math.max(1, Math.floor(people.length * joined));
  for (;;) {
    const person = people[Math.floor(random.unit() * among)];
    if (!person) throw new Error('a world without people');
    if (random.unit() * MOST_ACTIVE < (active[person.region] ?? 0)) return person;
  }
};

/** A provider stumbles: up to ten of its people complain within ten minutes. */
const hiccup = (minute: MinuteOfWorld, from: Person): Event[] => {
  const { at, random } = minute;
  const kind = random.chance(0.5) ? 'unreachable' : 'errors';
  return Array.from({ length: random.integer(2, HICCUP_MOST) }, () => ({
    at: at + random.unit() * 600_000,
    kind,
    from: { ...from, network: from.block * 256 + random.integer(0, 255) },
  }));
};

/** Days on which nothing is wrong: habits, moods, hiccups of providers, presence. */
export const ordinaryDays = (seed: Random, settings: Ordinary): Happening => {
  const mood = createMood(seed);
  let later: Event[] = [];
  return (minute) => {
    const { at, random, people } = minute;
    const joined = settings.joined?.(at) ?? 1;
    const active = activeOf(at + (settings.shifted?.(at) ?? 0) * 3_600_000);
    const awake = active.reduce((sum, share, region) => sum + share * (REGIONS[region]?.share ?? 0), 0);
    const there = people.length * joined * awake * (settings.busy?.(at) ?? 1);
    const of = (kind: ReportKind): Event => ({
      at: at + random.unit() * 60_000,
      kind,
      from: somebody(minute, joined, active),
    });
    const complaints = poisson(random, ((there / ACTIVE_MEAN) * ALL_A_DAY * mood()) / 1440);
    const present = poisson(random, (there * settings.presenceRate) / 60);
    const events = [
      ...Array.from({ length: complaints }, () => of(random.weighted(weights))),
      ...Array.from({ length: present }, () => of('presence')),
    ];
    const hiccups = (HICCUPS_A_WEEK * people.length * joined) / 5000 / (7 * 1440);
    if (random.chance(hiccups)) later.push(...hiccup(minute, somebody(minute, joined, active)));
    if (later.length === 0) return events;
    const due = later.filter((event) => event.at < at + 60_000);
    later = later.filter((event) => event.at >= at + 60_000);
    return [...events, ...due];
  };
};
