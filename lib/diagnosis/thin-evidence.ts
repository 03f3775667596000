import type { EvidenceKind } from '../model/evidence.ts';
import type { Ground } from './ground.ts';
import { hasAny, ROUTINE, type Kinds } from './kinds.ts';

/** One thing that the person did not do leaves everything else open; two of them begin to tell. */
const NOT_THEIR_DOING: Kinds = new Set<EvidenceKind>([
  'did-not-change-password',
  'did-not-log-out-everywhere',
  'did-not-clear-data',
]);

/** S3: what adds nothing to a forced logout. All else is a further sign. */
const ADDS_NOTHING: Kinds = new Set<EvidenceKind>([
  ...NOT_THEIR_DOING,
  'session-ended-by-server',
  'login-page',
  // A thief and an owner who throw each other out look just like an outage that throws out again.
  'signed-out-again',
  'service-answers',
  'feed-operational',
  'other-services-answer',
  'linked-service-healthy',
  'was-signed-in',
]);

const deniedTwice = (kinds: Kinds): boolean =>
  [...kinds].filter((kind) => NOT_THEIR_DOING.has(kind)).length >= 2;

const FORCED: readonly EvidenceKind[] = ['session-ended-by-server', 'login-page'];

/** S3: a forced logout, a healthy or unknown service, and no further sign. */
export const loneLogout = (ground: Ground, kinds: Kinds): boolean => {
  if (!hasAny(kinds, FORCED) || deniedTwice(kinds)) return false;
  for (const kind of kinds)
    if (!ADDS_NOTHING.has(kind) && !(kind === 'sign-in-refused' && ground.refusalsExcused)) return false;
  return true;
};

/** What tells of a routine end where the server ended the session. All else speaks of something beside it, or against it. */
const TELLS_OF_ROUTINE: readonly EvidenceKind[] = [
  ...ROUTINE,
  'session-ended-unseen',
  'session-expired-page',
  'sign-in-works',
  'works-on-another-device',
  'contacts-not-affected',
  'no-security-email',
  'no-strange-posts',
];

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
 * S3: the person was seen to be in and nothing tells that a session ended; the server ended it and nothing tells of a
 * routine end; or nobody knows why it ended, and the password is refused twice, which no routine end explains.
 */
export const noRoutineEnd = (ground: Ground, kinds: Kinds): boolean =>
  (ground.seenSignedIn && !hasAny(kinds, OUT)) ||
  (hasAny(kinds, FORCED) && !hasAny(kinds, TELLS_OF_ROUTINE) && !deniedTwice(kinds)) ||
  (ground.refused === 2 && !hasAny(kinds, ROUTINE));
