import { describe, expect, it } from 'vitest';
import { counted } from '../../../lib/diagnosis/evidence.ts';
import { see, Signs } from '../../../lib/diagnosis/facts/signs.ts';
import { SINGLE_ERROR } from '../../../lib/diagnosis/numbers/likelihoods.ts';
import type { EvidenceKind } from '../../../lib/model/evidence.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { evidenceOf } from './evidence-of.ts';
import { ended, page, request } from './log-builder.ts';

const found = (kind: EvidenceKind, ...log: readonly Observation[]) =>
  evidenceOf(log).find((one) => one.kind === kind);

describe('evidence of a sign that was seen so many times', () => {
  it.each<[string, EvidenceKind, number, readonly Observation[]]>([
    ['errors of the server', 'server-errors', 3, [request(0, 'server-error', { count: 3 })]],
    [
      'failures to reach it',
      'unreachable',
      5,
      [request(0, 'dns', { count: 2 }), request(5, 'timeout', { count: 3 })],
    ],
    ['error pages', 'error-page', 2, [page(0, 'error'), page(5, 'error')]],
    ['ends of the session', 'session-ended-by-server', 2, [ended(0), ended(5)]],
  ])('tells how often: %s', (_, kind, count, log) => {
    expect(found(kind, ...log)?.detail).toEqual({ count });
  });

  it('counts for more once the one error turns out to be the first of a row', () => {
    const one = [ended(1), request(10, 'server-error')];
    expect(found('server-errors', ...one)?.strength).toBe(SINGLE_ERROR);
    expect(found('server-errors', ...one, request(20, 'timeout'))?.strength).toBe(1);
    const signs = new Signs();
    see(signs, 'request:server-error', 0);
    const sighting = signs.get('request:server-error');
    const strengths = [SINGLE_ERROR, 1].map(
      (strength) => sighting && counted('server-errors', sighting, strength).strength,
    );
    expect(strengths).toEqual([SINGLE_ERROR, 1]);
  });

  it('is made once, and not again until it is seen again', () => {
    const signs = new Signs();
    see(signs, 'page:error', 0);
    const once = signs.get('page:error');
    if (!once) throw new Error('not seen');
    const made = counted('error-page', once);
    expect(counted('error-page', once)).toBe(made);
    see(signs, 'page:error', 5);
    const twice = signs.get('page:error');
    expect(twice && counted('error-page', twice).detail).toEqual({ count: 2 });
  });
});
