import { createRandom, type Random } from '../../calibrate/random.ts';
import type { EvidenceOfStatus } from '../../../feed/status/evidence-of-status.ts';
import type { FeedStatus } from '../../../lib/model/feed.ts';
import { flood, rentedNetworks } from '../world/attackers.ts';
import { happeningOf, type Happening } from '../world/happening.ts';
import { MONDAY, type Learned } from '../world/learned.ts';
import { ordinaryDays } from '../world/ordinary-days.ts';
import { createServer, SETTINGS } from '../world/server.ts';
import { namesGone, regionalOutage, signInOutage } from '../world/troubles.ts';
import { createWorld } from '../world/world.ts';

/** Of the moments at which the feed said this with this confidence: how many there were and in how many it was right. */
export interface Claim {
  readonly status: FeedStatus;
  readonly confidence: number;
  readonly minutes: number;
  readonly right: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

interface Span {
  readonly from: number;
  readonly until: number;
}
const within = (span: Span | null, at: number): boolean =>
  span !== null && at >= span.from && at < span.until;

interface DayPlan {
  readonly trouble: Span | null;
  readonly failingLooks: Span | null;
  readonly officialIssue: Span | null;
  readonly happenings: (random: Random) => readonly Happening[];
}

/** People who open the service while it is broken are hit as well: a new wave every quarter of an hour. */
const waves = (
  span: Span,
  what: (scene: { random: Random; people: Learned['people']; at: number }, share: number) => Happening,
  people: Learned['people'],
  random: Random,
): Happening[] => {
  const found: Happening[] = [];
  for (let at = span.from; at < span.until - 10 * MINUTE; at += 15 * MINUTE)
    found.push(what({ random, people, at }, found.length === 0 ? 1 : 0.3));
  return found;
};

type Scene = Parameters<typeof signInOutage>[0];

/** Sorts of trouble, and whether looks at the front door show them. */
const KINDS = {
  'sign-in': { shows: false, what: signInOutage },
  names: { shows: true, what: namesGone },
  region: { shows: false, what: (scene: Scene) => regionalOutage(scene, 'EU') },
  // Only who is not signed in meets it: looks do, people who report do not.
  'front-door': { shows: true, what: () => happeningOf([]) },
  // One in five hundred: too few for any crowd.
  few: { shows: false, what: (scene: Scene) => signInOutage(scene, 0.002) },
} as const;

/** A third of the days have an outage; others have a blocked probe, a stale official issue, a flood, or nothing. */
const planDay = (random: Random, day: number, people: Learned['people']): DayPlan => {
  const from = day + random.between(1, 18) * 3_600_000;
  const span = { from, until: from + random.between(40, 240) * MINUTE };
  const sort = random.weighted({ outage: 35, blocked: 5, stale: 2, flood: 3, calm: 55 });
  const none: DayPlan = { trouble: null, failingLooks: null, officialIssue: null, happenings: () => [] };
  if (sort === 'calm') return none;
  if (sort === 'blocked') return { ...none, failingLooks: span };
  if (sort === 'stale') return { ...none, officialIssue: span };
  if (sort === 'flood')
    return { ...none, happenings: () => [flood({ networks: rentedNetworks(300, 250), ...span })] };
  const { shows, what } =
    KINDS[random.weighted({ 'sign-in': 5, names: 3, region: 2, 'front-door': 2, few: 2 })];
  const lag = random.between(15, 60) * MINUTE;
  return {
    trouble: span,
    failingLooks: shows ? { from: from + 4 * MINUTE, until: span.until + 4 * MINUTE } : null,
    officialIssue: random.chance(0.6) ? { from: from + lag, until: span.until + 15 * MINUTE } : null,
    happenings: (draws) => waves(span, what, people, draws),
  };
};

const others = (plan: DayPlan, at: number): Omit<EvidenceOfStatus, 'crowd'> => ({
  probes: within(plan.failingLooks, at) ? { ok: 1, failed: 4 } : { ok: 5, failed: 0 },
  official: within(plan.officialIssue, at)
    ? { source: 'official page', status: 'outage', text: null, url: null, at: null }
    : null,
});

/** Plays so many days of all sorts, and holds what the feed claims against the truth, minute by minute. */
export const playMixedDays = (
  learned: Learned,
  days: number,
  tell: (share: number) => void,
): readonly Claim[] => {
  const random = createRandom(learned.people.length, 81);
  const claims = new Map<string, { -readonly [Part in keyof Claim]: Claim[Part] }>();
  const { people } = learned;
  let state = learned.state;
  for (let day = 0; day < days; day += 1) {
    const midnight = MONDAY + day * DAY;
    const plan = planDay(random, midnight, people);
    const world = createWorld(random, people, [ordinaryDays(random, SETTINGS), ...plan.happenings(random)]);
    const server = createServer(world, state);
    for (let minute = 0; minute < 1440; minute += 1) {
      const { at, entry } = server.minute(
        midnight + minute * MINUTE,
        others(plan, midnight + minute * MINUTE),
      );
      const { status, confidence } = entry;
      const name = `${status} ${confidence}`;
      const claim = claims.get(name) ?? { status, confidence, minutes: 0, right: 0 };
      claim.minutes += 1;
      if ((status === 'degraded' || status === 'outage') === within(plan.trouble, at)) claim.right += 1;
      claims.set(name, claim);
    }
    state = server.state ?? state;
    tell((day + 1) / days);
  }
  const order: readonly FeedStatus[] = ['outage', 'degraded', 'operational', 'unknown'];
  return [...claims.values()].sort(
    (one, other) =>
      order.indexOf(one.status) - order.indexOf(other.status) || other.confidence - one.confidence,
  );
};
