import { describe, expect, it } from 'vitest';
import {
  outcomeOfPage,
  outcomeOfSignInStatus,
  waitingAttempt,
  withoutAttempt,
} from '../../../lib/sensing/sign-in/attempt.ts';

const AT = 1_700_000_000_000;

describe('a sent sign-in', () => {
  it('was refused where the page says so, also when it says that the password is an old one', () => {
    expect(outcomeOfPage('wrong-password')).toBe('rejected');
    expect(outcomeOfPage('old-password')).toBe('rejected');
  });

  it('was challenged where a second step or a check follows', () => {
    for (const page of ['two-factor', 'checkpoint', 'unusual-login', 'locked', 'suspended'] as const)
      expect(outcomeOfPage(page)).toBe('challenged');
  });

  it('says nothing where only the form stands there again', () => {
    expect(outcomeOfPage('login')).toBeNull();
    expect(outcomeOfPage('session-expired')).toBeNull();
  });

  it('ran into an error of the server by a 5xx, not by a 4xx', () => {
    expect(outcomeOfSignInStatus(503)).toBe('error');
    expect(outcomeOfSignInStatus(400)).toBeNull();
    expect(outcomeOfSignInStatus(200)).toBeNull();
  });

  it('waits three minutes for its outcome', () => {
    const attempts = [{ service: 'facebook' as const, at: AT }];
    expect(waitingAttempt(attempts, 'facebook', AT + 179_000)).not.toBeNull();
    expect(waitingAttempt(attempts, 'facebook', AT + 181_000)).toBeNull();
    expect(waitingAttempt(attempts, 'instagram', AT)).toBeNull();
    expect(withoutAttempt(attempts, 'instagram', AT + 181_000)).toEqual([]);
  });
});
