import { SYMPTOMS, type FeedEntry, type FeedPayload } from '../../../lib/model/feed.ts';
import { SERVICE_IDS } from '../../../lib/model/service-id.ts';
import { toTimestamp } from '../../../lib/model/timestamp.ts';
import type { Random } from '../../calibrate/random.ts';
import { KEYSET } from './signing.ts';

/** When everything is read, in ms since 1970. */
export const NOW = Date.parse('2024-03-05T15:20:00.000Z');
export const MINUTE = 60_000;
/** The place in the sequence of the feed that was read last. */
export const LAST_SEQUENCE = 1000;

const OFFICIAL_TEXTS = [
  'We are aware of an issue with signing in.',
  'Résolu à 17 h 42.',
  'Call 0800 123 456 7',
  'See https://help.example',
  'safe \u202e txt',
  '',
];
const OFFICIAL_URLS = ['https://metastatus.com/facebook-login', 'https://help.example/', null];

const entryOf = (random: Random): FeedEntry => ({
  status: random.pick(['operational', 'degraded', 'outage', 'unknown'] as const),
  confidence: random.pick([0, 0.98, 1, random.unit()]),
  since: random.chance(0.5) ? null : toTimestamp(NOW - random.integer(0, 60) * MINUTE),
  scope: random.pick(['global', 'regional', 'unknown'] as const),
  symptoms: Object.fromEntries(
    SYMPTOMS.filter(() => random.chance(0.5)).map((name) => [name, random.unit()]),
  ),
  reports: random.chance(0.3)
    ? null
    : { windowSeconds: 600, count: random.integer(0, 1e6), expected: random.between(0, 99), reporters: 20 },
  official: random.chance(0.5)
    ? null
    : {
        source: random.pick(['metastatus', 'docs.x.com', 'evil.example']),
        status: random.pick(['operational', 'degraded', 'outage', 'resolved', 'unreachable'] as const),
        text: random.chance(0.3) ? null : random.pick(OFFICIAL_TEXTS),
        url: random.pick(OFFICIAL_URLS),
        at: random.chance(0.5) ? null : toTimestamp(NOW),
      },
  probes: random.chance(0.3) ? null : { ok: random.integer(0, 5), failed: random.integer(0, 5) },
  ...(random.chance(0.3)
    ? {}
    : { curve: Array.from({ length: random.integer(0, 36) }, () => random.integer(0, 5000)) }),
});

/** A payload that is as it should be, of now, and next in the sequence. */
export const randomPayload = (random: Random): FeedPayload => {
  const issued = NOW - random.integer(0, 5) * MINUTE;
  const sites = random.chance(0.2) ? ['site:status.example' as const] : [];
  const services = [...SERVICE_IDS.filter(() => random.chance(0.4)), ...sites];
  return {
    format: 'outage-or-hacked/feed@1',
    epoch: KEYSET.epoch,
    sequence: LAST_SEQUENCE + random.integer(1, 1000),
    issuedAt: toTimestamp(issued),
    expiresAt: toTimestamp(issued + random.integer(6, 15) * MINUTE),
    next: { minWaitSeconds: 300, jitterSeconds: 120 },
    reporting: { rate: random.unit(), presenceRate: 0.01, maxDelaySeconds: 180 },
    services: Object.fromEntries(services.map((service) => [service, entryOf(random)])),
  };
};
