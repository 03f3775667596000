import type { FeedEntry, FeedPayload } from '../../../lib/model/feed.ts';

/** An entry of a service that is well, seen by nobody in particular. */
export const calmEntry = (): FeedEntry => ({
  status: 'operational',
  confidence: 0.9,
  since: null,
  scope: 'unknown',
  symptoms: {},
  reports: null,
  official: null,
  probes: { ok: 12, failed: 0 },
});

/** The entry of a service whose sign-in has failed everywhere for `minutes`, as on 5 March 2024. */
export const outageEntry = (now: number, minutes = 20): FeedEntry => ({
  status: 'outage',
  confidence: 0.98,
  since: new Date(now - minutes * 60_000).toISOString(),
  scope: 'global',
  symptoms: { 'forced-logout': 0.81, 'sign-in-rejected': 0.44, 'sign-in-works': 0.01, errors: 0.2 },
  reports: { windowSeconds: 600, count: 4200, expected: 11.7, reporters: 4100 },
  official: {
    source: 'metastatus',
    status: 'outage',
    text: 'We are aware of an issue impacting sign-in. Our engineering teams are looking into it.',
    url: 'https://metastatus.com/',
    at: new Date(now - 5 * 60_000).toISOString(),
  },
  probes: { ok: 1, failed: 11 },
  curve: [3, 2, 4, 3, 180, 2900, 4200],
});

/** What a feed asks of its reporters. */
export const USUAL_REPORTING: FeedPayload['reporting'] = {
  rate: 1,
  presenceRate: 0.01,
  maxDelaySeconds: 180,
};

/** A payload that holds for ten minutes from `now` (milliseconds since 1970). */
export const samplePayload = (
  now: number,
  sequence: number,
  services: Readonly<Record<string, FeedEntry>>,
  epoch = 1,
): FeedPayload => ({
  format: 'outage-or-hacked/feed@1',
  epoch,
  sequence,
  issuedAt: new Date(now).toISOString(),
  expiresAt: new Date(now + 600_000).toISOString(),
  next: { minWaitSeconds: 300, jitterSeconds: 120 },
  reporting: USUAL_REPORTING,
  services: { ...services },
});
