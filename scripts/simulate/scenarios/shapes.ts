import type { CrowdReading } from '../../../feed/crowd/crowd-reading.ts';
import type { FeedEntry } from '../../../lib/model/feed.ts';
import { MONDAY, type Learned } from '../world/learned.ts';
import { namesGone, regionalOutage, securityReset, signInOutage, slowRamp } from '../world/troubles.ts';
import { play, type Play, type Played } from './play.ts';
import type { Look } from '../world/server.ts';

/** What one shape of trouble looked like from the server. */
export interface Shape {
  readonly name: string;
  readonly people: number;
  /** Minutes from the onset until the crowd was raised and until the feed said `degraded`; null for never. */
  readonly raised: number | null;
  readonly degraded: number | null;
  /** At the look with the most networks. */
  readonly networks: number;
  readonly expected: number;
  readonly scope: FeedEntry['scope'];
  readonly symptoms: CrowdReading['symptoms'];
  /** Both at once at some look: many signed out, and most of them in again. */
  readonly looksLikeReset: boolean;
  readonly curve: readonly {
    readonly minute: number;
    readonly networks: number;
    readonly expected: number;
  }[];
  readonly at: number;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Tuesday, 15:00 UTC, and some seconds. */
const ONSET = MONDAY + DAY + 15 * HOUR + 17_000;
/** From this share on the extension reads a symptom as the crowd's. */
const HIGH_SHARE = 0.5;

const minutesTo = (looks: readonly Look[], found: (look: Look) => boolean): number | null => {
  const look = looks.find(found);
  return look ? (look.at - ONSET) / 60_000 : null;
};

const shapeOf = (name: string, { learned }: Play, { looks }: Played): Shape => {
  const fullest = looks.reduce((best, look) => (look.reading.networks > best.reading.networks ? look : best));
  return {
    name,
    people: learned.people.length,
    raised: minutesTo(looks, ({ reading }) => reading.level !== 'none'),
    degraded: minutesTo(looks, ({ entry }) => entry.status === 'degraded'),
    networks: Math.round(fullest.reading.networks),
    expected: fullest.reading.expected,
    scope: fullest.entry.scope,
    symptoms: fullest.entry.symptoms,
    looksLikeReset: looks.some(
      ({ entry }) =>
        (entry.symptoms['forced-logout'] ?? 0) >= HIGH_SHARE &&
        (entry.symptoms['sign-in-works'] ?? 0) >= HIGH_SHARE,
    ),
    curve: looks.map(({ at, reading }) => ({
      minute: (at - ONSET) / 60_000,
      networks: reading.networks,
      expected: reading.expected,
    })),
    at: ONSET,
  };
};

type What = Play['what'];
const SHAPES: readonly (readonly [string, number, What])[] = [
  ['5 March 2024: all signed out', 90, (scene) => [signInOutage(scene)]],
  ['4 October 2021: names gone', 90, (scene) => [namesGone(scene)]],
  ['Regional: South America', 90, (scene) => [regionalOutage(scene, 'SA')]],
  ['Security reset: one in twenty', 90, (scene) => [securityReset(scene)]],
  // Everybody who is there fails once in four hours at the top: far below what a sudden outage does.
  ['Slow ramp over six hours', 480, (scene) => [slowRamp(scene, scene.people.length / 4000, 360)]],
];

/** Plays each shape of trouble once, with these people. */
export const playShapes = (learned: Learned): readonly Shape[] =>
  SHAPES.map(([name, minutes, what], index) => {
    const scene: Play = { learned, seeds: [learned.people.length, index, 77], at: ONSET, minutes, what };
    return shapeOf(name, scene, play(scene));
  });
