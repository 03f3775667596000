import type { EvidenceKind } from '../model/evidence.ts';

/** The kinds of evidence that are there at one moment. */
export type Kinds = ReadonlySet<EvidenceKind>;

/** Whether one of those wanted is there. */
export const hasAny = (kinds: Kinds, wanted: readonly EvidenceKind[]): boolean => {
  for (const kind of wanted) if (kinds.has(kind)) return true;
  return false;
};

/** Failures of the service that its pages and answers show. */
export const SHOWN_FAILURES: readonly EvidenceKind[] = ['server-errors', 'error-page', 'unavailable-page'];

/** Failures of the service itself, other than not reaching it. */
export const OWN_FAILURES: readonly EvidenceKind[] = [...SHOWN_FAILURES, 'sign-in-error'];

/** A routine end of the session that was seen as such. */
export const ROUTINE: readonly EvidenceKind[] = ['session-ended-by-expiry', 'routine-rhythm'];
