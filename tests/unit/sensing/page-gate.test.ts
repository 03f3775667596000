import { describe, expect, it } from 'vitest';
import { isSecondSign, mayCount, type PageCircumstances } from '../../../lib/sensing/pages/page-gate.ts';
import { PAGE_KINDS } from '../../../lib/model/page-kind.ts';

const seen = (over: Partial<PageCircumstances> = {}): PageCircumstances => ({
  onSecurityAddress: false,
  afterEndOrSignIn: false,
  sessionKnown: false,
  incidentOpen: false,
  ...over,
});

describe('what a reported page may count for', () => {
  it.each(['old-password', 'contact-changed'] as const)(
    '%s counts only on a security address and after an end or a sent sign-in',
    (page) => {
      expect(mayCount(page, seen({ onSecurityAddress: true, afterEndOrSignIn: true }))).toBe(true);
      expect(mayCount(page, seen({ onSecurityAddress: true, sessionKnown: true, incidentOpen: true }))).toBe(
        false,
      );
      expect(mayCount(page, seen({ afterEndOrSignIn: true, sessionKnown: true, incidentOpen: true }))).toBe(
        false,
      );
    },
  );

  it.each(['wrong-password', 'unusual-login', 'checkpoint', 'locked', 'suspended'] as const)(
    '%s counts only on a security address',
    (page) => {
      expect(mayCount(page, seen({ onSecurityAddress: true }))).toBe(true);
      expect(mayCount(page, seen({ afterEndOrSignIn: true, sessionKnown: true, incidentOpen: true }))).toBe(
        false,
      );
    },
  );

  it.each(['login', 'public', 'session-expired'] as const)(
    '%s says nothing of somebody who never signed in',
    (page) => {
      expect(mayCount(page, seen({ onSecurityAddress: true }))).toBe(false);
      expect(mayCount(page, seen({ sessionKnown: true }))).toBe(true);
    },
  );

  it('an error page counts wherever it stands', () => {
    expect(mayCount('error', seen())).toBe(true);
    expect(mayCount('unavailable', seen())).toBe(true);
  });

  it('no page of a post’s or profile’s address can be direct evidence, whatever it claims to be', () => {
    const anywhere = seen({ afterEndOrSignIn: true, sessionKnown: true, incidentOpen: true });
    const counting = PAGE_KINDS.filter((page) => mayCount(page, anywhere));
    expect(counting).not.toContain('old-password');
    expect(counting).not.toContain('contact-changed');
    expect(counting).not.toContain('locked');
  });
});

describe('a second sign that a session has ended', () => {
  it('is a page that asks to sign in, not one of a signed-in person and not an error', () => {
    expect(isSecondSign('login')).toBe(true);
    expect(isSecondSign('session-expired')).toBe(true);
    expect(isSecondSign('home')).toBe(false);
    expect(isSecondSign('error')).toBe(false);
  });
});
