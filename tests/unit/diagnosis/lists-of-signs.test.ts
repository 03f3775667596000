import { describe, expect, it } from 'vitest';
import type { Ground } from '../../../lib/diagnosis/ground.ts';
import { outageAtMost } from '../../../lib/diagnosis/most-certain.ts';
import { LOG_WORKS_AT_LAST } from '../../../lib/diagnosis/numbers/log-likelihoods.ts';
import type { EvidenceKind } from '../../../lib/model/evidence.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { evidenceOf } from './evidence-of.ts';
import { ended, login, page, request, started } from './log-builder.ts';

describe('a sign-in that works after something was in the way', () => {
  it.each<[string, Observation]>([
    ...['error', 'unavailable', 'rate-limited', 'locked', 'suspended', 'checkpoint', 'unusual-login'].map(
      (name): [string, Observation] => [`the page ${name}`, page(5, name)],
    ),
    ['a sign-in that failed', login(5, 'error')],
    ['an error of the server', request(5, 'server-error')],
    ['a server that was not reached', request(5, 'timeout')],
    ['a throttled request', request(5, 'rate-limited')],
  ])('only says that it is over: %s', (_, inTheWay) => {
    const works = evidenceOf([ended(0), inTheWay, started(60)]).find(({ kind }) => kind === 'sign-in-works');
    expect(works?.row).toBe(LOG_WORKS_AT_LAST);
  });
});

describe('an outage that the feed tells of', () => {
  const ground = { networkGood: false, feedSpeaks: true } as Ground;
  it.each<EvidenceKind>([
    'session-ended-by-server',
    'session-ended-unseen',
    'login-page',
    'session-expired-page',
    'signed-out-again',
    'sign-in-refused',
    'sign-in-error',
    'error-page',
    'unavailable-page',
    'server-errors',
    'unreachable',
    'suspended-page',
    'locked-page',
    'rate-limited-page',
    'was-signed-in',
    'fails-on-another-device',
  ])('is certain only beside a sign of it here: %s', (kind) => {
    expect(outageAtMost(ground, new Set<EvidenceKind>([kind, 'feed-outage']))).toBe('confident');
    expect(outageAtMost(ground, new Set<EvidenceKind>(['feed-outage']))).toBe('unsure');
  });
});
