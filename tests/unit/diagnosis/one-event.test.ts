import { describe, expect, it } from 'vitest';
import { evidence } from '../../../lib/diagnosis/evidence.ts';
import { DAMPED } from '../../../lib/diagnosis/numbers/groups.ts';
import { posterior } from '../../../lib/diagnosis/posterior.ts';
import { BASE_RATES } from '../../../lib/diagnosis/prior.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../../lib/model/evidence.ts';

/** What is seen of one event from several sides. */
const EVENTS: Readonly<Record<string, readonly EvidenceKind[]>> = {
  'the end of a session': [
    'session-ended-by-server',
    'session-ended-by-browser',
    'session-ended-by-expiry',
    'session-ended-by-eviction',
    'session-ended-unseen',
    'device-forgotten',
    'data-cleared',
    'login-page',
    'session-expired-page',
  ],
  'an own sign-out, seen and told': [
    'logged-out-here',
    'logged-out-everywhere',
    'logged-out-everywhere-yourself',
    'changed-password-yourself',
  ],
  'what the platform says of the account': [
    'locked-page',
    'suspended-page',
    'checkpoint-page',
    'unusual-login-page',
  ],
  'a second step': ['sign-in-challenged', 'two-factor-page'],
  'a failure of the service': ['error-page', 'unavailable-page', 'server-errors', 'sign-in-error'],
  'a way that is barred': [
    'unreachable',
    'certificate-failure',
    'offline',
    'captive-portal',
    'network-was-bad',
  ],
  'a block': ['request-blocked', 'blocked-page'],
  'a throttle': ['rate-limited-page', 'request-rate-limited'],
  'a word of the feed and the official one in it': [
    'feed-outage',
    'feed-degraded',
    'feed-operational',
    'feed-showed-trouble',
    'feed-mass-logout',
    'feed-suspensions',
    'official-issue',
  ],
  'what happens at linked services': [
    'linked-service-signed-out',
    'linked-service-failing',
    'linked-service-healthy',
  ],
};

const weightsOf = (kinds: readonly EvidenceKind[]): readonly number[] =>
  posterior(
    BASE_RATES,
    kinds.map((kind) => evidence(kind)),
  ).weights;

describe('one event', () => {
  it.each(Object.entries(EVENTS))('(%s) counts fully once, however many sides of it are seen', (_, kinds) => {
    const others = kinds.slice(1).map(() => DAMPED);
    expect([...weightsOf(kinds)].sort((a, b) => b - a)).toEqual([1, ...others]);
  });

  it('takes nothing from another, nor do two direct signs of a break-in from each other', () => {
    const inEvents = new Set(Object.values(EVENTS).flat());
    const alone = EVIDENCE_KINDS.filter((kind) => !inEvents.has(kind));
    expect(alone).toEqual(
      expect.arrayContaining([
        'old-password-page',
        'contact-changed-page',
        'security-email-unrecognised',
        'posts-not-yours',
      ]),
    );
    const apart = [...Object.values(EVENTS).map(([first]) => first as EvidenceKind), ...alone];
    expect(weightsOf(apart).every((weight) => weight === 1)).toBe(true);
  });
});
