import { serviceId } from './service-id.ts';
import { feedTime } from './timestamp.ts';
import { z, type Infer } from './zod.ts';

export const FEED_STATUSES = ['operational', 'degraded', 'outage', 'unknown'] as const;
export const feedStatus = z.enum(FEED_STATUSES);
export type FeedStatus = Infer<typeof feedStatus>;

export const SYMPTOMS = [
  'forced-logout',
  'sign-in-rejected',
  'sign-in-works',
  'errors',
  'unreachable',
  'suspended-notice',
] as const;
export const symptom = z.enum(SYMPTOMS);
export type Symptom = Infer<typeof symptom>;

const share = z.number().check(z.gte(0), z.lte(1));
const count = z.int().check(z.gte(0));

export const OFFICIAL_STATUSES = ['operational', 'degraded', 'outage', 'resolved', 'unreachable'] as const;
export const officialStatus = z.enum(OFFICIAL_STATUSES);
export type OfficialStatus = Infer<typeof officialStatus>;

/** The schema library's own check of addresses weighs half a kilobyte in each bundle. */
const isHttps = (text: string): boolean => URL.canParse(text) && new URL(text).protocol === 'https:';

/** What an official status page said, as quoted in the feed. */
export const officialWord = z.strictObject({
  source: z.string().check(z.minLength(1), z.maxLength(64)),
  status: officialStatus,
  text: z.nullable(z.string().check(z.maxLength(280))),
  url: z.nullable(z.string().check(z.refine(isHttps, 'expected an https address'))),
  at: z.nullable(feedTime),
});
export type OfficialWord = Infer<typeof officialWord>;

/** One service's entry in the shared feed. Shares are 0 to 1; counts are rounded by the server. */
export const feedEntry = z.strictObject({
  status: feedStatus,
  confidence: share,
  since: z.nullable(feedTime),
  scope: z.enum(['global', 'regional', 'unknown']),
  symptoms: z.partialRecord(symptom, share),
  reports: z.nullable(
    z.strictObject({
      windowSeconds: z.int().check(z.gte(1)),
      count,
      expected: z.number().check(z.gte(0)),
      reporters: count,
    }),
  ),
  official: z.nullable(officialWord),
  probes: z.nullable(z.strictObject({ ok: count, failed: count })),
  curve: z.optional(z.array(count).check(z.maxLength(36))),
});
export type FeedEntry = Infer<typeof feedEntry>;

/** The feed's signed payload. */
export const feedPayload = z.strictObject({
  format: z.literal('outage-or-hacked/feed@1'),
  epoch: z.int().check(z.gte(0)),
  sequence: z.int().check(z.gte(0)),
  issuedAt: feedTime,
  expiresAt: feedTime,
  next: z.strictObject({ minWaitSeconds: count, jitterSeconds: count }),
  reporting: z.strictObject({ rate: share, presenceRate: share, maxDelaySeconds: count }),
  services: z.record(serviceId, feedEntry),
});
export type FeedPayload = Infer<typeof feedPayload>;

export const FEED_STATES = ['verified', 'unreachable', 'invalid', 'stale', 'rolled-back'] as const;
export const feedState = z.enum(FEED_STATES);
export type FeedState = Infer<typeof feedState>;
