import { describe, expect, it } from 'vitest';
import {
  LOG_LIKELIHOODS,
  LOG_LINKED_GONE_UNSEEN,
  LOG_LINKED_UNREACHABLE,
  LOG_MASS_LOGOUT_AND_REFUSED,
  LOG_REFUSED,
  LOG_SIGN_IN_WORKS_IN_AN_OUTAGE,
} from '../../../lib/diagnosis/numbers/log-likelihoods.ts';
import { indexOf, spread, type Row } from '../../../lib/diagnosis/numbers/row.ts';
import { CAUSES, type Cause } from '../../../lib/model/cause.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../../lib/model/evidence.ts';

/** What each kind is a sign of, more than of anything else (or as much as of one other cause). */
const SPEAKS_FOR: Readonly<Record<Cause, readonly EvidenceKind[]>> = {
  outage: [
    'signed-out-again',
    'error-page',
    'unavailable-page',
    'sign-in-error',
    'server-errors',
    'feed-outage',
    'feed-degraded',
    'feed-showed-trouble',
    'feed-suspensions',
    'official-issue',
    'linked-service-signed-out',
    'linked-service-failing',
    'contacts-affected',
  ],
  'security-reset': [
    'session-ended-by-server',
    'login-page',
    'feed-degraded',
    'feed-mass-logout',
    'feed-sign-in-works',
    'sign-in-works',
  ],
  'account-compromise': [
    'old-password-page',
    'contact-changed-page',
    'sign-in-refused',
    'linked-service-compromised',
    'did-not-change-contact',
    'security-email-unrecognised',
    'posts-not-yours',
  ],
  'account-locked': [
    'unusual-login-page',
    'checkpoint-page',
    'locked-page',
    'suspended-page',
    'sign-in-challenged',
    'fails-on-another-device',
  ],
  'rate-limited': ['rate-limited-page', 'request-rate-limited'],
  'session-expired': [
    'session-ended-by-expiry',
    'session-ended-unseen',
    'routine-rhythm',
    'session-expired-page',
    'was-signed-in',
  ],
  'signed-out': [
    'logged-out-here',
    'logged-out-everywhere',
    'changed-password-yourself',
    'changed-contact-yourself',
    'logged-out-everywhere-yourself',
  ],
  'browser-cleared': [
    'session-ended-by-browser',
    'session-ended-by-eviction',
    'device-forgotten',
    'data-cleared',
    'two-factor-page',
    'storage-lost-page',
    'cleared-data-yourself',
    'works-on-another-device',
  ],
  network: [
    'blocked-page',
    'unreachable',
    'certificate-failure',
    'request-blocked',
    'offline',
    'captive-portal',
    'network-was-bad',
    'other-services-failing',
  ],
};

/** What each of the other kinds speaks against, and leaves the rest alone. */
const SPEAKS_AGAINST: { readonly [cause in Cause]?: readonly EvidenceKind[] } = {
  outage: ['feed-operational', 'contacts-not-affected'],
  'account-compromise': ['no-security-email', 'no-strange-posts'],
  'session-expired': ['was-not-signed-in'],
  'signed-out': ['did-not-change-password', 'did-not-log-out-everywhere'],
  'browser-cleared': ['did-not-clear-data'],
  network: ['service-answers', 'linked-service-healthy', 'other-services-answer'],
};

const pairs = (of: typeof SPEAKS_AGAINST): [EvidenceKind, Cause][] =>
  CAUSES.flatMap((cause) => (of[cause] ?? []).map((kind): [EvidenceKind, Cause] => [kind, cause]));

const mostFor = (row: Row): Cause[] => CAUSES.filter((_, index) => row[index] === Math.max(...row));

describe('each kind of evidence', () => {
  it('is a sign of something, or against something', () => {
    const named = new Set([...pairs(SPEAKS_FOR), ...pairs(SPEAKS_AGAINST)].map(([kind]) => kind));
    expect(EVIDENCE_KINDS.filter((kind) => !named.has(kind))).toEqual([]);
  });

  it.each(pairs(SPEAKS_FOR))('(%s) speaks most for %s', (kind, cause) => {
    const row = LOG_LIKELIHOODS[kind];
    expect(row[indexOf(cause)]).toBe(Math.max(...row));
    expect(spread(row)).toBeGreaterThan(0);
  });

  it.each(pairs(SPEAKS_AGAINST))('(%s) speaks most against %s', (kind, cause) => {
    const row = LOG_LIKELIHOODS[kind];
    expect(row[indexOf(cause)]).toBe(Math.min(...row));
    expect(spread(row)).toBeGreaterThan(0);
  });
});

describe('what surrounds a sign', () => {
  it('makes of a refused password: nothing where something else explains it, a break-in where nothing does', () => {
    expect(mostFor(LOG_REFUSED.twice)).toEqual(['account-compromise']);
    expect(mostFor(LOG_REFUSED.everywhere)).toEqual(['account-compromise']);
    // At most by a quarter more for one cause than for another, and not for a break-in.
    expect(spread(LOG_REFUSED.explained)).toBeLessThanOrEqual(Math.log(1.25) + 1e-9);
    expect(mostFor(LOG_REFUSED.explained)).toEqual(['outage']);
  });

  it('leaves open who is at fault where a linked service is not reached either: the line or their owner', () => {
    for (const row of Object.values(LOG_LINKED_UNREACHABLE)) {
      expect(mostFor(row)).toEqual(['outage']);
      const others = CAUSES.filter((cause) => cause !== 'outage' && cause !== 'network');
      for (const cause of others)
        expect((row[indexOf('network')] ?? 0) - (row[indexOf(cause)] ?? 0)).toBeGreaterThan(Math.log(10));
    }
  });

  it('makes a wipe of two sessions that are gone together', () => {
    expect(mostFor(LOG_LINKED_GONE_UNSEEN)).toEqual(['browser-cleared']);
  });

  it('tells a mass logout in an outage from a precaution: by whether they get in again', () => {
    expect(mostFor(LOG_MASS_LOGOUT_AND_REFUSED)).toEqual(['outage']);
    expect(mostFor(LOG_SIGN_IN_WORKS_IN_AN_OUTAGE)).toEqual(['security-reset']);
  });
});
