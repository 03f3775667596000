import { z, type Infer } from './zod.ts';

/** What a page of a watched service can be. What each word means is written in the project's docs on observations. */
export const PAGE_KINDS = [
  'home',
  'login',
  'public',
  'session-expired',
  'wrong-password',
  'old-password',
  'two-factor',
  'checkpoint',
  'unusual-login',
  'contact-changed',
  'locked',
  'suspended',
  'rate-limited',
  'error',
  'unavailable',
  'storage-lost',
  'blocked',
] as const;

export const pageKind = z.enum(PAGE_KINDS);
export type PageKind = Infer<typeof pageKind>;
