import { CAUSES, type Cause } from '../../lib/model/cause.ts';
import type { Verdict } from '../../lib/model/verdict.ts';

const shares = (main: Cause, share: number): Verdict['probabilities'] =>
  Object.fromEntries(
    CAUSES.map((cause) => [cause, cause === main ? share : (1 - share) / (CAUSES.length - 1)]),
  ) as Verdict['probabilities'];

const FIRST: Verdict = {
  cause: 'unclear',
  certainty: 'unsure',
  alarm: 'watch',
  probabilities: shares('session-expired', 0.6),
  reasons: [{ evidence: 'session-ended-by-server', towards: 'session-expired', weight: 1.2 }],
  alsoPossible: ['session-expired', 'outage'],
  nextChecks: [{ type: 'question', question: 'contacts-also-affected', gain: 0.3 }],
  wouldChange: [
    {
      check: 'contacts-also-affected',
      outcome: 'yes',
      to: { cause: 'outage', certainty: 'likely', alarm: 'none' },
    },
    {
      check: 'security-email-unrecognised',
      outcome: 'yes',
      to: { cause: 'account-compromise', certainty: 'likely', alarm: 'act' },
    },
  ],
};

const OUTAGE: Verdict = {
  cause: 'outage',
  certainty: 'confident',
  alarm: 'none',
  probabilities: shares('outage', 0.97),
  reasons: [
    { evidence: 'feed-mass-logout', towards: 'outage', weight: 4.6, detail: { count: 4200 } },
    { evidence: 'session-ended-by-server', towards: 'outage', weight: 1.9 },
    { evidence: 'linked-service-failing', towards: 'outage', weight: 1.6, detail: { service: 'instagram' } },
    { evidence: 'sign-in-refused', towards: 'account-compromise', weight: 0.6, detail: { count: 2 } },
  ],
  alsoPossible: [],
  nextChecks: [],
};

const BREAK_IN: Verdict = {
  cause: 'account-compromise',
  certainty: 'likely',
  alarm: 'act',
  probabilities: shares('account-compromise', 0.88),
  reasons: [
    { evidence: 'old-password-page', towards: 'account-compromise', weight: 5.1, detail: { seconds: 7200 } },
    { evidence: 'feed-operational', towards: 'account-compromise', weight: 1.2 },
  ],
  alsoPossible: ['session-expired'],
  nextChecks: [{ type: 'question', question: 'changed-password-yourself', gain: 0.5 }],
};

/** What a rehearsal plays: first nobody knows, then it shows. All of it is made up. */
export const REHEARSALS = {
  outage: [FIRST, OUTAGE],
  'break-in': [FIRST, BREAK_IN],
} as const satisfies Record<string, readonly Verdict[]>;
export type Rehearsal = keyof typeof REHEARSALS;
