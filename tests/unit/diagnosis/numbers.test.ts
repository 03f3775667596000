import { describe, expect, it } from 'vitest';
import { ANSWERS_ARE } from '../../../lib/diagnosis/numbers/answers.ts';
import { LOG_LIKELIHOODS, LOG_WORKS_AT_LAST } from '../../../lib/diagnosis/numbers/log-likelihoods.ts';
import { PRIORS } from '../../../lib/diagnosis/numbers/priors.ts';
import { indexOf, logRow } from '../../../lib/diagnosis/numbers/row.ts';
import { CAUSES } from '../../../lib/model/cause.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../../lib/model/evidence.ts';
import { QUESTIONS } from '../../../lib/model/question.ts';

const BREAK_IN = indexOf('account-compromise');
const DIRECT: EvidenceKind[] = [
  'old-password-page',
  'contact-changed-page',
  'security-email-unrecognised',
  'posts-not-yours',
];
const FEED: EvidenceKind[] = [
  'feed-outage',
  'feed-degraded',
  'feed-mass-logout',
  'feed-suspensions',
  'official-issue',
];

describe('the numbers', () => {
  it.each(EVIDENCE_KINDS)('%s has a probability above 0 and at most 1 under each cause', (kind) => {
    expect(LOG_LIKELIHOODS[kind]).toHaveLength(CAUSES.length);
    for (const value of LOG_LIKELIHOODS[kind]) expect(Math.exp(value) > 0 && value <= 0).toBe(true);
  });

  it.each(QUESTIONS)('%s: yes, no and unsure are at most everything, under each cause', (question) => {
    const [yes, no] = [logRow(ANSWERS_ARE[question].saysYes), logRow(ANSWERS_ARE[question].saysNo)];
    CAUSES.forEach((_, c) => expect(Math.exp(yes[c] ?? 0) + Math.exp(no[c] ?? 0)).toBeLessThanOrEqual(1));
  });

  it.each(DIRECT)('%s is worth several hundred against every harmless cause', (kind) => {
    const row = LOG_LIKELIHOODS[kind];
    for (const cause of CAUSES)
      if (cause !== 'account-compromise' && cause !== 'account-locked')
        expect(Math.exp((row[BREAK_IN] ?? 0) - (row[indexOf(cause)] ?? 0))).toBeGreaterThan(300);
  });

  it.each(FEED)('%s never speaks for a break-in', (kind) => {
    for (const value of LOG_LIKELIHOODS[kind])
      expect(value).toBeGreaterThanOrEqual(LOG_LIKELIHOODS[kind][BREAK_IN] ?? 0);
  });

  it('never make a break-in more probable by turning "signing in works" into "works at last"', () => {
    const atOnce = LOG_LIKELIHOODS['sign-in-works'];
    expect(LOG_WORKS_AT_LAST[BREAK_IN]).toBe(atOnce[BREAK_IN]);
    CAUSES.forEach((_, index) => {
      expect(LOG_WORKS_AT_LAST[index]).toBeGreaterThanOrEqual(atOnce[index] ?? 0);
    });
  });

  it('put a break-in at 0.1 to 0.3 % of forced logouts', () => {
    const ended = LOG_LIKELIHOODS['session-ended-by-server'];
    const share = (cause: (typeof CAUSES)[number]): number =>
      PRIORS[cause] * Math.exp(ended[indexOf(cause)] ?? 0);
    const all = CAUSES.reduce((sum, cause) => sum + share(cause), 0);
    expect(share('account-compromise') / all).toBeGreaterThan(0.001);
    expect(share('account-compromise') / all).toBeLessThan(0.003);
  });
});
