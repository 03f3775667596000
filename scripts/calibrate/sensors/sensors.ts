import type { ServiceId } from '../../../lib/model/service-id.ts';
import type { Random } from '../random.ts';

/** How the shared feed reaches this browser over the case. */
export interface FeedLink {
  readonly state: 'good' | 'none' | 'unreachable' | 'stale' | 'invalid' | 'rolled-back';
  /** Share of single readings that fail although the link is good. */
  readonly fails: number;
  /** s; how old a file the caches on the way may hand out. */
  readonly oldest: number;
  /** The second machine signs too; without it nothing is called an outage. */
  readonly witness: boolean;
  /** ms from the first trouble until the crowd stands out, at a hundred times the usual reports; smaller crowds are slower. */
  readonly crowdAfter: number;
  /** ms until three of five probes have failed. */
  readonly probesAfter: number;
  /** Nothing is known of the crowd: its intake is dead. */
  readonly deaf: boolean;
  /** It cries wolf about this healthy service. */
  readonly wolf: ServiceId | null;
}

/** What of the truth this browser can catch. */
export interface Sensors {
  readonly browser: 'chromium' | 'firefox';
  /** Host permissions, private stores and containers decide what is seen at all. */
  readonly cookies: boolean;
  readonly requests: boolean;
  readonly pages: boolean;
  /** The person allowed the official status page to be read directly. */
  readonly official: boolean;
  /** Share of single observations that are lost, and that are written twice. */
  readonly loss: number;
  readonly doubling: number;
  /** The worker was killed and lost what it held for so many ms; 0: never. */
  readonly gap: number;
  readonly feed: FeedLink;
}

/** Nobody has measured these: a feed of this kind is mostly there, permissions are mostly given. Clients wait up to 180 s with a report. */
const drawFeed = (random: Random, watched: readonly ServiceId[]): FeedLink => ({
  state: random.weighted({ good: 88, none: 5, unreachable: 4, stale: 1.5, invalid: 1, 'rolled-back': 0.5 }),
  fails: random.chance(0.85) ? 0 : random.between(0.05, 0.5),
  oldest: random.chance(0.9) ? random.between(20, 120) : random.between(120, 590),
  witness: random.chance(0.94),
  crowdAfter: random.around(110_000, 1.5),
  probesAfter: random.between(2.5, 6) * 60_000,
  deaf: random.chance(0.02),
  wolf: random.chance(0.003) ? random.pick(watched) : null,
});

export const drawSensors = (random: Random, watched: readonly ServiceId[]): Sensors => ({
  browser: random.chance(0.85) ? 'chromium' : 'firefox',
  cookies: random.chance(0.975),
  requests: random.chance(0.985),
  pages: random.chance(0.985),
  official: random.chance(0.2),
  loss: random.chance(0.8) ? random.between(0, 0.01) : random.between(0.01, 0.08),
  doubling: random.chance(0.9) ? 0 : random.between(0.01, 0.08),
  gap: random.chance(0.02) ? random.between(3_000, 60_000) : 0,
  feed: drawFeed(random, watched),
});
