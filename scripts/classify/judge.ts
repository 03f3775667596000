import type { PageKind } from '../../lib/model/page-kind.ts';

/** Kinds that say something of the account. A page of uncertain label must never get one of these. */
export const GRAVE_KINDS: readonly PageKind[] = [
  'wrong-password',
  'old-password',
  'checkpoint',
  'unusual-login',
  'contact-changed',
  'locked',
  'suspended',
];

/** A label of an index in the words of the observations. */
export const expectedOf = (label: string): string => (label === 'public-logged-out' ? 'public' : label);

/** Whether a classification contradicts a label. Not to know is no contradiction. */
export const contradicts = (expected: string, got: PageKind | null): boolean =>
  got !== null && (expected === 'other' ? GRAVE_KINDS.includes(got) : got !== expected);
