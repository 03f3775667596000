import { describe, expect, it } from 'vitest';
import { learnRegions, usualShares } from '../../../feed/crowd/region-shares.ts';
import { scopeOf } from '../../../feed/crowd/scope-of.ts';
import { symptomShares } from '../../../feed/crowd/symptom-shares.ts';

const regions = (counts: Record<string, number>) => new Map(Object.entries(counts));
const usual = regions({ EU: 0.5, NA: 0.4, OC: 0.1 });

describe('the scope', () => {
  it('is regional when one region carries nearly all, and is not where most people live anyway', () => {
    expect(scopeOf(regions({ OC: 45, EU: 3, NA: 2 }), 50, usual)).toBe('regional');
    expect(scopeOf(regions({ EU: 25, NA: 20, OC: 5 }), 50, usual)).toBe('global');
    expect(scopeOf(regions({ EU: 85, NA: 15 }), 100, regions({ EU: 0.8, NA: 0.2 }))).toBe('global');
    expect(scopeOf(regions({ EU: 99, NA: 1 }), 100, regions({ EU: 0.8, NA: 0.2 }))).toBe('regional');
  });

  it('is unknown between the two, and where regions are not named or not known', () => {
    expect(scopeOf(regions({ EU: 92, NA: 8 }), 100, regions({ EU: 0.8, NA: 0.2 }))).toBe('unknown');
    expect(scopeOf(regions({}), 50, usual)).toBe('unknown');
    expect(scopeOf(regions({ OC: 20 }), 50, usual)).toBe('unknown');
    expect(scopeOf(regions({ OC: 45, EU: 5 }), 50, null)).toBe('unknown');
    expect(scopeOf(regions({ EU: 50 }), 50, regions({ EU: 1 }))).toBe('unknown');
  });

  it('is regional for a region that was never seen before', () => {
    expect(scopeOf(regions({ AQ: 50 }), 50, usual)).toBe('regional');
  });
});

describe('who is where', () => {
  it('is known from fifty networks on, and forgets in weeks', () => {
    expect(usualShares([['EU', 49]])).toBeNull();
    let seen = learnRegions([], regions({ EU: 60, NA: 40 }));
    expect(usualShares(seen)?.get('EU')).toBeCloseTo(0.6, 9);
    for (let window = 0; window < 10_000; window += 1) seen = learnRegions(seen, regions({ NA: 1 }));
    expect(usualShares(seen)?.get('NA')).toBeGreaterThan(0.98);
  });

  it('keeps the 32 largest, whatever they are called', () => {
    const many = regions(
      Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`R${index}`, index + 1])),
    );
    const seen = learnRegions([['__proto__', 500]], many);
    expect(seen).toHaveLength(32);
    expect(seen[0]?.[0]).toBe('__proto__');
    expect(learnRegions([], regions({ ['x'.repeat(65)]: 9, '': 9 }))).toEqual([]);
  });
});

describe('symptoms', () => {
  const shares = (kinds: Record<string, number>) =>
    symptomShares(new Map(Object.entries(kinds)) as Parameters<typeof symptomShares>[0]);

  it('are shares of those who complain, whatever else they complain of', () => {
    const seen = shares({ 'forced-logout': 100, 'sign-in-rejected': 44, complaint: 110, presence: 9000 });
    expect(seen['forced-logout']).toBeCloseTo(100 / 110, 9);
    expect(seen['sign-in-rejected']).toBeCloseTo(44 / 110, 9);
    expect(seen['errors']).toBe(0);
    expect(seen).not.toHaveProperty('presence');
  });

  it('are a whole where all show one thing, and show a precaution as both high', () => {
    expect(shares({ unreachable: 30, complaint: 30 })).toMatchObject({ unreachable: 1 });
    expect(shares({ 'forced-logout': 100, complaint: 100, 'sign-in-works': 75 })).toMatchObject({
      'forced-logout': 1,
      'sign-in-works': 0.75,
    });
  });

  it('are never more than a whole, also when more get in again than are signed out', () => {
    expect(shares({ 'forced-logout': 20, complaint: 20, 'sign-in-works': 50 })).toMatchObject({
      'forced-logout': 0.4,
      'sign-in-works': 1,
    });
  });

  it('are unknown, not zero, while nobody reports', () => expect(shares({ presence: 50 })).toEqual({}));
});
