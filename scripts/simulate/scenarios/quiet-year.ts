import type { CrowdReading } from '../../../feed/crowd/crowd-reading.ts';
import type { FeedStatus } from '../../../lib/model/feed.ts';
import { createRandom } from '../../calibrate/random.ts';
import { MONDAY, WEEK } from '../world/learned.ts';
import { ordinaryDays } from '../world/ordinary-days.ts';
import { createPopulation } from '../world/population.ts';
import { createServer, SETTINGS } from '../world/server.ts';
import { createWorld } from '../world/world.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const HOUR = 3_600_000;
const YEAR = 365 * DAY;

/** How often a year of ordinary days raised the crowd, and how often the published status became worse for nothing. */
export interface QuietYear {
  readonly people: number;
  readonly days: number;
  /** Times at which the crowd became `raised` (shown as symptoms, the status stays operational) or `high`. */
  readonly raised: number;
  readonly high: number;
  /** Times at which the published status became `degraded` or `outage`. */
  readonly falseAlarms: number;
}

/** People join all year: by its end there are 1.6 times as many. */
const joining = (from: number) => (at: number) => Math.min(1, (1 + (0.6 * (at - from)) / YEAR) / 1.6);

/** Ten days on which everybody is at home: busier from noon to midnight UTC. */
const HOLIDAYS = [20, 55, 92, 121, 128, 139, 195, 226, 304, 358];
const holidays = (from: number) => (at: number) => {
  const day = Math.floor((at - from) / DAY) % 365;
  return HOLIDAYS.includes(day) && (at / HOUR) % 24 > 12 ? 1.5 : 1;
};

/** Clocks go forward on day 26 and back on day 236. */
const summerTime = (from: number) => (at: number) => {
  const day = (at - from) / DAY;
  return day > 26 && day < 236 ? 1 : 0;
};

export interface YearSettings {
  readonly seed: number;
  readonly people: number;
  readonly days: number;
  readonly presence: boolean;
  readonly tell: (share: number) => void;
}

/** A year of ordinary days after eight weeks of learning, looked at every minute. */
export const quietYear = ({ seed, people: size, days, presence, tell }: YearSettings): QuietYear => {
  const random = createRandom(seed, size, 365);
  const people = createPopulation(random, size);
  const settings = presence ? SETTINGS : { ...SETTINGS, presenceRate: 0 };
  const world = createWorld(random, people, [
    ordinaryDays(random, {
      presenceRate: settings.presenceRate,
      joined: joining(MONDAY),
      busy: holidays(MONDAY),
      shifted: summerTime(MONDAY),
    }),
  ]);
  const server = createServer(world, null, settings);
  for (let at = MONDAY - 8 * WEEK; at < MONDAY; at += 5 * MINUTE) server.bucket(at);
  let [level, status]: [CrowdReading['level'], FeedStatus] = ['none', 'operational'];
  let [raised, high, falseAlarms] = [0, 0, 0];
  for (let at = MONDAY; at < MONDAY + days * DAY; at += MINUTE) {
    const { reading, entry } = server.minute(at);
    if (level === 'none' && reading.level !== 'none') raised += 1;
    if (level !== 'high' && reading.level === 'high') high += 1;
    if (status === 'operational' && entry.status !== 'operational') falseAlarms += 1;
    [level, status] = [reading.level, entry.status];
    if ((at - MONDAY) % DAY === 0) tell((at - MONDAY) / (days * DAY));
  }
  return { people: size, days, raised, high, falseAlarms };
};
