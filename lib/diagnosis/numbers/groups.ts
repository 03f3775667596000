import type { EvidenceKind } from '../../model/evidence.ts';

/**
 * Evidence that is not independent stands in one group: the strongest member counts fully, the others by
 * `DAMPED`. Kinds that are not named here are a group of their own; so is each direct sign of a break-in, so that
 * adding one can never lower another (rule S6).
 */
export const GROUPS: { readonly [kind in EvidenceKind]?: string } = {
  // One event seen from several sides: the cookie went, so the sign-in page came.
  'session-ended-by-server': 'session end',
  'session-ended-by-browser': 'session end',
  'session-ended-by-expiry': 'session end',
  'session-ended-by-eviction': 'session end',
  'session-ended-unseen': 'session end',
  'device-forgotten': 'session end',
  'data-cleared': 'session end',
  'login-page': 'session end',
  'session-expired-page': 'session end',
  // The person's own sign-out.
  'logged-out-here': 'own sign-out',
  'logged-out-everywhere': 'own sign-out',
  'logged-out-everywhere-yourself': 'own sign-out',
  'changed-password-yourself': 'own sign-out',
  // What the platform says about the one account.
  'locked-page': 'account page',
  'suspended-page': 'account page',
  'checkpoint-page': 'account page',
  'unusual-login-page': 'account page',
  // A sign-in that is challenged leads to the second step: one event.
  'sign-in-challenged': 'second step',
  'two-factor-page': 'second step',
  // Five 503s and the error page that comes with them are one failure.
  'error-page': 'service failure',
  'unavailable-page': 'service failure',
  'server-errors': 'service failure',
  'sign-in-error': 'service failure',
  unreachable: 'reachability',
  'certificate-failure': 'reachability',
  offline: 'reachability',
  'captive-portal': 'reachability',
  'network-was-bad': 'reachability',
  'request-blocked': 'block',
  'blocked-page': 'block',
  'rate-limited-page': 'throttle',
  'request-rate-limited': 'throttle',
  // A feed entry and the official notice inside it are one source.
  'feed-outage': 'feed',
  'feed-degraded': 'feed',
  'feed-operational': 'feed',
  'feed-showed-trouble': 'feed',
  'feed-mass-logout': 'feed',
  'feed-suspensions': 'feed',
  'official-issue': 'feed',
  'linked-service-signed-out': 'linked services',
  'linked-service-failing': 'linked services',
  'linked-service-healthy': 'linked services',
};

/** What a further member of a group is worth, as a share of its own logarithm. Five 503s are not five proofs. */
export const DAMPED = 0.35;
