import { describe, expect, it } from 'vitest';
import { changedBecause, saysOtherwise } from '../../../lib/diagnosis/fold/changed-because.ts';
import { said } from './diagnosis-of.ts';

const OUTAGE = { outage: 0.6, network: 0.3 };

describe('what changed what is said', () => {
  it('is the evidence whose word between the two rivals changed most, not the heaviest of all along', () => {
    const before = said('outage', OUTAGE, ['error-page', { outage: 9 }, 1]);
    const now = said(
      'outage',
      OUTAGE,
      ['error-page', { outage: 9 }, 1],
      ['login-page', { outage: 5, network: 4.5 }, 0.4],
      ['feed-outage', { outage: 3 }, 0.5],
    );
    expect(changedBecause(before, now)).toBe('feed-outage');
    expect(changedBecause(now, before)).toBe('feed-outage');
  });

  it('is weighed against what was favoured before, or against the runner-up where that is the same', () => {
    const was = said('network', { network: 0.6, outage: 0.3 });
    const now = said(
      'outage',
      { outage: 0.6, 'session-expired': 0.3 },
      ['feed-outage', { outage: 1, network: -1 }, 1],
      ['error-page', { outage: 3, network: 3 }, 1],
    );
    expect(changedBecause(was, now)).toBe('feed-outage');
  });

  it('is the first of two that changed as much, and none where a rule or time alone did it', () => {
    const both = said('outage', OUTAGE, ['error-page', { outage: 1 }, 1], ['login-page', { outage: 1 }, 1]);
    expect(changedBecause(said('outage', OUTAGE), both)).toBe('error-page');
    expect(changedBecause(both, both)).toBeNull();
  });

  it('is asked where the cause, the certainty or the alarm is another', () => {
    const one = said('outage', OUTAGE);
    expect(saysOtherwise(one, one)).toBe(false);
    expect(saysOtherwise(one, { ...one, decision: 'network' })).toBe(true);
    expect(saysOtherwise(one, { ...one, certainty: 'unsure' })).toBe(true);
    expect(saysOtherwise(one, { ...one, alarm: 'watch' })).toBe(true);
  });
});
