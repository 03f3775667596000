import type { Texts } from './texts.ts';

/** The steps of the recovery guide, in the order that helps most. */
export const RECOVERY_STEPS = [
  'email',
  'report',
  'sessions',
  'password',
  'two-factor',
  'linked',
  'extensions',
  'friends',
] as const;
export type RecoveryStep = (typeof RECOVERY_STEPS)[number];

/** Which address of the service belongs to a step. */
const LINKS = { report: 'compromised', sessions: 'sessions', password: 'password' } as const;
export type RecoveryLink = (typeof LINKS)[keyof typeof LINKS];

export interface RecoveryStepWords {
  readonly step: RecoveryStep;
  readonly title: string;
  readonly hint: string;
  readonly link: RecoveryLink | null;
}

/** The recovery guide of a service in words. */
export const recoverySteps = ({ t }: Texts, service: string): readonly RecoveryStepWords[] =>
  RECOVERY_STEPS.map((step) => ({
    step,
    title: t(`recovery.step.${step}`, { service }),
    hint: t(`recovery.hint.${step}`),
    link: step in LINKS ? LINKS[step as keyof typeof LINKS] : null,
  }));
