import type { FeedEntry, Symptom } from '../../../lib/model/feed.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { toTimestamp } from '../../../lib/model/timestamp.ts';
import type { Random } from '../random.ts';
import { levelAt, type Fault } from '../truth/fault.ts';
import type { FeedLink } from './sensors.ts';

type Crowd = 'calm' | 'raised' | 'high';

/** A crowd stays counted as one for ten minutes after it has gone (feed.md, section 3). */
const CLOSES_AFTER = 10 * 60_000;
/** A published count, in an ordinary window. */
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

const shares = (random: Random, from: Fault['crowd']['symptoms'], mix: number): FeedEntry['symptoms'] =>
  Object.fromEntries(
    Object.entries(from).map(([symptom, share]) => [
      symptom as Symptom,
      Math.round(Math.min(1, Math.max(0, share * mix + random.between(-0.05, 0.05))) * 100) / 100,
    ]),
  );

const rounded = (count: number): number => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return Math.floor(count / step) * step;
};

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
  const failing = fault !== undefined && at - fault.start > link.probesAfter && seenByProbes > 0.5;
  const official = officialOf(fault, at);
  const grave = official?.status === 'outage' || (failing && crowd !== 'calm');
  const status =
    link.deaf && !failing && official?.status !== 'outage'
      ? 'unknown'
      : grave
        ? link.witness
          ? 'outage'
          : 'degraded'
        : failing || crowd === 'high'
          ? 'degraded'
          : 'operational';
  const failed = Math.round(12 * seenByProbes * random.between(0.85, 1));
  const ordinary = ORDINARY[service] ?? 3;
  const count =
    ordinary *
    (crowd === 'calm' || !fault
      ? random.between(0.5, 1.5)
      : Math.max(2, fault.crowd.times * levelAt(fault, at)));
  const symptoms = wolf ? { errors: 0.5, 'forced-logout': 0.4 } : (fault?.crowd.symptoms ?? {});
  return {
    status,
    confidence:
      Math.round(
        random.between(
          ...((status === 'outage' ? [0.85, 0.99] : status === 'degraded' ? [0.55, 0.88] : [0.85, 0.99]) as [
            number,
            number,
          ]),
        ) * 100,
      ) / 100,
    since:
      fault && crowd !== 'calm' ? toTimestamp(Math.floor(fault.start + random.between(0, 120_000))) : null,
    scope: fault && crowd !== 'calm' ? (random.chance(0.7) ? fault.crowd.scope : 'unknown') : 'unknown',
    symptoms: crowd === 'calm' ? {} : shares(random, symptoms, crowd === 'high' ? 1 : random.between(0.6, 1)),
    reports:
      link.deaf || count < 20
        ? null
        : { windowSeconds: 600, count: rounded(count), expected: ordinary, reporters: rounded(count * 0.97) },
    official: service === 'x' ? null : official,
    probes: { ok: 12 - failed, failed },
  };
};
