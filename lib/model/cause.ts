import { z, type Infer } from './zod.ts';

/** The hypotheses: what may be going on. `unclear` is a decision, not a hypothesis. */
export const CAUSES = [
  'outage',
  'security-reset',
  'account-compromise',
  'account-locked',
  'rate-limited',
  'session-expired',
  'signed-out',
  'browser-cleared',
  'network',
] as const;
export const cause = z.enum(CAUSES);
export type Cause = Infer<typeof cause>;

export const DECISIONS = [...CAUSES, 'unclear'] as const;
export const decision = z.enum(DECISIONS);
export type Decision = Infer<typeof decision>;

export const CERTAINTIES = ['confident', 'likely', 'unsure'] as const;
export const certainty = z.enum(CERTAINTIES);
export type Certainty = Infer<typeof certainty>;

export const ALARMS = ['none', 'watch', 'act'] as const;
export const alarm = z.enum(ALARMS);
export type Alarm = Infer<typeof alarm>;
