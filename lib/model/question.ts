import { z, type Infer } from './zod.ts';

/** The triage questions. One at a time is asked: the one whose answer would change the verdict most. */
export const QUESTIONS = [
  'changed-password-yourself',
  'changed-contact-yourself',
  'logged-out-everywhere-yourself',
  'cleared-browser-data',
  'security-email-unrecognised',
  'posts-or-messages-not-yours',
  'works-on-another-device',
  'contacts-also-affected',
  'was-signed-in',
] as const;
export const question = z.enum(QUESTIONS);
export type Question = Infer<typeof question>;

export const ANSWERS = ['yes', 'no', 'unsure'] as const;
export const answer = z.enum(ANSWERS);
export type Answer = Infer<typeof answer>;
