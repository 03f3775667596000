import type { CrowdReading } from '../../../feed/crowd/crowd-reading.ts';
import { FEED_STATUSES, type FeedStatus } from '../../../lib/model/feed.ts';
import { flood, rentedNetworks } from '../world/attackers.ts';
import { MONDAY, type Learned } from '../world/learned.ts';
import { play } from './play.ts';

/** What a flood of false complaints reached. */
export interface Flood {
  readonly name: string;
  readonly people: number;
  /** The most networks that counted, and the gravest that crowd and status became. */
  readonly networks: number;
  readonly level: CrowdReading['level'];
  readonly status: FeedStatus;
  readonly minutesUntilOver: number | null;
}

const HOUR = 3_600_000;
const AT = MONDAY + 86_400_000 + 13 * HOUR;
const FLOODED_MINUTES = 90;
const WATCHED_MINUTES = 150;

const FLOODS = [
  ['one /24', 1, 1],
  ['one /16, all of its 256 networks', 256, 1],
  ['four /16, all of their networks', 1024, 4],
  ['5,000 rented networks in 40 blocks', 5000, 40],
  ['5,000 rented networks in 1,800 blocks', 5000, 1800],
] as const;

const GRAVITY: readonly FeedStatus[] = ['operational', 'unknown', 'degraded', 'outage'];
const LEVELS: readonly CrowdReading['level'][] = ['none', 'raised', 'high'];

const gravest = <Word>(order: readonly Word[], seen: readonly Word[]): Word =>
  seen.reduce((worst, word) => (order.indexOf(word) > order.indexOf(worst) ? word : worst));

/** Floods a service in which nothing is wrong, for an hour and a half, with all that each network may say. */
export const playFloods = (learned: Learned): readonly Flood[] =>
  FLOODS.map(([name, networks, blocks], index) => {
    const until = AT + FLOODED_MINUTES * 60_000;
    const { looks } = play({
      learned,
      seeds: [learned.people.length, index, 78],
      at: AT,
      minutes: WATCHED_MINUTES,
      what: () => [flood({ networks: rentedNetworks(networks, blocks), from: AT, until })],
    });
    const over = looks.find(({ at, reading }) => at > until && reading.level === 'none');
    return {
      name,
      people: learned.people.length,
      networks: Math.round(Math.max(...looks.map(({ reading }) => reading.networks))),
      level: gravest(
        LEVELS,
        looks.map(({ reading }) => reading.level),
      ),
      status: gravest(
        GRAVITY.filter((status) => FEED_STATUSES.includes(status)),
        looks.map(({ entry }) => entry.status),
      ),
      minutesUntilOver: over ? (over.at - until) / 60_000 : null,
    };
  });
