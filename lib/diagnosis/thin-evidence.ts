import type { EvidenceKind } from '../model/evidence.ts';
import type { Ground } from './ground.ts';
import { hasAny, ROUTINE, type Kinds } from './kinds.ts';

/** S3: what adds nothing to a forced logout. All else is a further sign. */
const ADDS_NOTHING: Kinds = new Set<EvidenceKind>([
  'session-ended-by-server',
  'login-page',
  'service-answers',
  'feed-operational',
  'other-services-answer',
  'linked-service-healthy',
  'was-signed-in',
]);

/** One thing that the person did not do leaves everything else open; two of them begin to tell. */
const NOT_THEIR_DOING: Kinds = new Set<EvidenceKind>([
  'did-not-change-password',
  'did-not-log-out-everywhere',
  'did-not-clear-data',
]);

/** S3: a forced logout, a healthy or unknown service, and no further sign. */
export const loneLogout = (ground: Ground, kinds: Kinds): boolean => {
  if (!hasAny(kinds, ['session-ended-by-server', 'login-page'])) return false;
  let denied = 0;
  for (const kind of kinds)
    if (NOT_THEIR_DOING.has(kind)) denied += 1;
    else if (!ADDS_NOTHING.has(kind) && !(kind === 'sign-in-refused' && ground.refusalsExcused)) return false;
  return denied < 2;
};

/** What tells that a session ended, or that the person is out. */
const OUT: readonly EvidenceKind[] = [
  'session-ended-by-server',
  'session-ended-by-browser',
  'session-ended-by-expiry',
  'session-ended-by-eviction',
  'session-ended-unseen',
  'device-forgotten',
  'data-cleared',
  'login-page',
  'session-expired-page',
  'was-signed-in',
  'sign-in-refused',
  'sign-in-error',
  'sign-in-challenged',
];

/**
 * S3: the person was seen to be in and nothing tells that a session ended; or nobody knows why it ended, and the password is
 * refused twice, which no routine end explains.
 */
export const noRoutineEnd = (ground: Ground, kinds: Kinds): boolean =>
  (ground.seenSignedIn && !hasAny(kinds, OUT)) || (ground.refused === 2 && !hasAny(kinds, ROUTINE));
