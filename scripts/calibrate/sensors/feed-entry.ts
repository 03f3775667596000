import type { FeedEntry, FeedStatus, Symptom } from '../../../lib/model/feed.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { toTimestamp } from '../../../lib/model/timestamp.ts';
import type { Random } from '../random.ts';
import { levelAt, type Fault } from '../truth/fault.ts';
import type { FeedLink } from './sensors.ts';

type Crowd = 'calm' | 'raised' | 'high';

/** A crowd stays counted as one for ten minutes after it has gone (feed.md, section 3). */
const CLOSES_AFTER = 10 * 60_000;
/** Fewer networks are not published (feed.md, section 2). */
const FEWEST_PUBLISHED = 20;
/** A count of an ordinary window. */
const ORDINARY: Readonly<Record<string, number>> = {
  facebook: 12,
  instagram: 10,
  messenger: 4,
  threads: 2,
  whatsapp: 6,
  x: 7,
};

/** A crowd of a hundred times the usual stands out at once; a small one later, and the smallest never. */
const crowdAt = (fault: Fault, link: FeedLink, at: number): Crowd => {
  if (link.deaf || fault.crowd.times < 2) return 'calm';
  const slowness = Math.min(8, Math.max(0.6, 100 / fault.crowd.times) ** 0.6);
  const stands = fault.start + link.crowdAfter * slowness;
  if (at < stands || at > fault.end + CLOSES_AFTER) return 'calm';
  const reached = levelAt(fault, at) * fault.crowd.times;
  if (at >= fault.end) return 'raised';
  return at - stands > 90_000 && reached > 4 ? 'high' : 'raised';
};

const officialOf = (fault: Fault | undefined, at: number): FeedEntry['official'] => {
  const after = fault?.crowd.officialAfter ?? null;
  const since = fault && after !== null ? fault.start + after : Infinity;
  const word = { source: 'metastatus', text: null, url: null, at: toTimestamp(at - (at % 60_000)) } as const;
  if (!fault || at < since) return { ...word, status: 'operational' };
  return at < fault.end + 20 * 60_000
    ? { ...word, status: 'outage', text: 'We are looking into it.', at: toTimestamp(Math.floor(since)) }
    : { ...word, status: 'resolved' };
};

/** Before a crowd has grown, those of ordinary days are still among it. */
const shares = (random: Random, from: Fault['crowd']['symptoms'], crowd: Crowd): FeedEntry['symptoms'] => {
  const mix = crowd === 'high' ? 1 : random.between(0.6, 1);
  return Object.fromEntries(
    Object.entries(from).map(([symptom, share]) => [
      symptom as Symptom,
      twoDigits(Math.min(1, Math.max(0, share * mix + random.between(-0.05, 0.05)))),
    ]),
  );
};

const statusOf = (issue: boolean, failing: boolean, crowd: Crowd, link: FeedLink): FeedStatus => {
  if (issue || (failing && crowd !== 'calm')) return link.witness ? 'outage' : 'degraded';
  if (failing || crowd === 'high') return 'degraded';
  return link.deaf ? 'unknown' : 'operational';
};

const rounded = (count: number): number => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return Math.floor(count / step) * step;
};

/** How sure the server says it is: surest with two witnesses, least when complaints are odd but few, or nobody is there. */
const confidenceOf = (random: Random, status: FeedStatus, crowd: Crowd, failing: boolean): number => {
  if (status === 'unknown') return 0;
  if (status === 'outage') return random.between(0.88, 0.98);
  if (status === 'degraded') return failing ? random.between(0.6, 0.75) : random.between(0.75, 0.92);
  return crowd === 'raised' || random.chance(0.1) ? random.between(0.55, 0.7) : random.between(0.83, 0.98);
};

const twoDigits = (share: number): number => Math.round(share * 100) / 100;

/** What the feed that was made at `at` (ms) says of a service, by the table of feed.md, section 3. */
export const feedEntryAt = (
  random: Random,
  faults: readonly Fault[],
  service: ServiceId,
  link: FeedLink,
  at: number,
): FeedEntry => {
  const fault = faults.find((one) => one.service === service && at >= one.start);
  const wolf = link.wolf === service;
  const crowd: Crowd = wolf ? 'high' : fault ? crowdAt(fault, link, at) : 'calm';
  // Probes stand elsewhere: trouble in one region shows to few of them.
  const seenByProbes = fault && fault.crowd.scope === 'global' ? fault.frontDoor * levelAt(fault, at) : 0;
  const looked = fault !== undefined && at - fault.start > link.probesAfter;
  const failed = looked ? Math.round(5 * Math.min(1, seenByProbes * random.between(0.8, 1.2))) : 0;
  const failing = failed >= 3;
  const official = officialOf(fault, at);
  const status = statusOf(official?.status === 'outage', failing, crowd, link);
  const trouble = fault !== undefined && (status === 'outage' || status === 'degraded');
  const ordinary = ORDINARY[service] ?? 3;
  // Right after the end some still report what they met.
  const level = fault ? Math.max(levelAt(fault, at), at >= fault.end ? 0.1 : 0) : 0;
  const times = wolf ? 30 : fault && crowd !== 'calm' ? fault.crowd.times * level : 0;
  const count = ordinary * Math.max(times, random.between(0.5, 1.5));
  const published = !link.deaf && count >= FEWEST_PUBLISHED;
  const symptoms = wolf ? { errors: 0.5, 'forced-logout': 0.4 } : (fault?.crowd.symptoms ?? {});
  return {
    status,
    confidence: twoDigits(confidenceOf(random, status, crowd, failing)),
    since: trouble ? toTimestamp(Math.floor(fault.start + random.between(0, 120_000))) : null,
    scope: trouble && random.chance(0.6) ? fault.crowd.scope : 'unknown',
    symptoms: published && crowd !== 'calm' ? shares(random, symptoms, crowd) : {},
    reports: published
      ? { windowSeconds: 600, count: rounded(count), expected: ordinary, reporters: rounded(count * 0.97) }
      : null,
    official: service === 'x' ? null : official,
    probes: random.chance(0.9) || failing ? { ok: 5 - failed, failed } : null,
  };
};
