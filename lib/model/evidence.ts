import { z, type Infer } from './zod.ts';

/**
 * Every kind of evidence that the diagnosis can draw from the log. Each has likelihoods in the diagnosis, a
 * sentence in every language, and a test; the compiler and the convention tests hold them together.
 */
export const EVIDENCE_KINDS = [
  // how the session ended
  'session-ended-by-server',
  'session-ended-by-browser',
  'session-ended-by-expiry',
  'session-ended-by-eviction',
  'session-ended-unseen',
  'device-forgotten',
  'data-cleared',
  'logged-out-here',
  'logged-out-everywhere',
  'signed-out-again',
  'routine-rhythm',
  // what the service's pages say
  'login-page',
  'session-expired-page',
  'old-password-page',
  'contact-changed-page',
  'unusual-login-page',
  'checkpoint-page',
  'two-factor-page',
  'locked-page',
  'suspended-page',
  'rate-limited-page',
  'error-page',
  'unavailable-page',
  'storage-lost-page',
  'blocked-page',
  // signing in again
  'sign-in-refused',
  'sign-in-error',
  'sign-in-challenged',
  'sign-in-works',
  // how the service answers
  'server-errors',
  'unreachable',
  'certificate-failure',
  'request-rate-limited',
  'request-blocked',
  'service-answers',
  // the network
  'offline',
  'captive-portal',
  'network-was-bad',
  // the shared feed and official pages
  'feed-outage',
  'feed-degraded',
  'feed-operational',
  'feed-showed-trouble',
  'feed-mass-logout',
  'feed-sign-in-works',
  'feed-suspensions',
  'official-issue',
  // linked and other services
  'linked-service-signed-out',
  'linked-service-failing',
  'linked-service-healthy',
  'linked-service-compromised',
  'other-services-failing',
  'other-services-answer',
  // what the person said
  'changed-password-yourself',
  'did-not-change-password',
  'changed-contact-yourself',
  'did-not-change-contact',
  'logged-out-everywhere-yourself',
  'did-not-log-out-everywhere',
  'cleared-data-yourself',
  'did-not-clear-data',
  'security-email-unrecognised',
  'no-security-email',
  'posts-not-yours',
  'no-strange-posts',
  'works-on-another-device',
  'fails-on-another-device',
  'contacts-affected',
  'contacts-not-affected',
  'was-signed-in',
  'was-not-signed-in',
] as const;

export const evidenceKind = z.enum(EVIDENCE_KINDS);
export type EvidenceKind = Infer<typeof evidenceKind>;

/** Numbers that a reason's sentence may show. Counts are plain numbers, durations are in seconds. */
export const evidenceDetail = z.strictObject({
  count: z.optional(z.number()),
  seconds: z.optional(z.number()),
  service: z.optional(z.string()),
});
export type EvidenceDetail = Infer<typeof evidenceDetail>;
