import type { EvidenceKind } from '../model/evidence.ts';

/** Local signs that fit an outage (rule S2): what this browser saw, or what the person says of this device. */
export const SIGNS_OF_AN_OUTAGE: readonly EvidenceKind[] = [
  'session-ended-by-server',
  'session-ended-unseen',
  'login-page',
  'session-expired-page',
  'signed-out-again',
  'sign-in-refused',
  'sign-in-error',
  'error-page',
  'unavailable-page',
  'server-errors',
  'unreachable',
  'suspended-page',
  'locked-page',
  'rate-limited-page',
  'was-signed-in',
  'fails-on-another-device',
];
