import { describe, expect, it } from 'vitest';
import { learnRegions, usualShares } from '../../../feed/crowd/region-shares.ts';
import { scopeOf } from '../../../feed/crowd/scope-of.ts';

const named = (counts: Record<string, number>) => new Map(Object.entries(counts));

describe('regions', () => {
  it('are known from fifty networks on', () => {
    expect(usualShares([['EU', 49.9]])).toBeNull();
    expect(
      usualShares([
        ['EU', 30],
        ['OC', 20],
      ])?.get('OC'),
    ).toBeCloseTo(0.4, 9);
  });

  it('fade by a 2,016th with each bucket, to hundredths, until nothing is left of them', () => {
    expect(learnRegions([['EU', 1008]], named({ OC: 7 }))).toEqual([
      ['EU', 1007.5],
      ['OC', 7],
    ]);
    expect(
      learnRegions(
        [
          ['EU', 9],
          ['OC', 0.01],
        ],
        named({}),
      ),
    ).toEqual([['EU', 9]]);
    expect(learnRegions([['EU', 5]], named({ EU: 3, ['x'.repeat(64)]: 9 }))).toEqual([
      ['x'.repeat(64), 9],
      ['EU', 8],
    ]);
  });

  const usual = named({ EU: 0.5, OC: 0.1 });
  it('carry it from four fifths and four times the odds on', () => {
    expect(scopeOf(named({ OC: 40, EU: 10 }), 50, usual)).toBe('regional');
    expect(scopeOf(named({ OC: 79, EU: 21 }), 100, usual)).toBe('global');
    expect(scopeOf(named({ EU: 80, OC: 20 }), 100, usual)).toBe('regional');
    expect(scopeOf(named({ EU: 80, OC: 20 }), 100, named({ EU: 0.6, OC: 0.4 }))).toBe('unknown');
    // In whatever order they are named.
    expect(scopeOf(named({ EU: 3, OC: 45, NA: 2 }), 50, usual)).toBe('regional');
    expect(scopeOf(named({ EU: 85, OC: 15 }), 100, named({ EU: 0.6, OC: 0.4 }))).toBe('unknown');
  });

  it('are told where half of the networks have one, and not where fewer do', () => {
    expect(scopeOf(named({ OC: 25 }), 50, usual)).toBe('regional');
    expect(scopeOf(named({ OC: 24.9 }), 50, usual)).toBe('unknown');
    expect(scopeOf(named({}), 0, usual)).toBe('unknown');
  });

  it('are everybody only where a second region has at least one network and the odds are below twice the usual', () => {
    const mostly = named({ EU: 0.985, OC: 0.015 });
    expect(scopeOf(named({ EU: 40, OC: 1 }), 41, mostly)).toBe('global');
    expect(scopeOf(named({ EU: 40, OC: 0.5 }), 41, mostly)).toBe('unknown');
    expect(scopeOf(named({ EU: 88, OC: 12 }), 100, named({ EU: 0.8 }))).toBe('global');
    expect(scopeOf(named({ EU: 90, OC: 10 }), 100, named({ EU: 0.8 }))).toBe('unknown');
  });

  it('that have it all are weighed as if one in two hundred were elsewhere', () => {
    expect(scopeOf(named({ EU: 50 }), 50, named({ EU: 0.98 }))).toBe('regional');
    expect(scopeOf(named({ EU: 50 }), 50, named({ EU: 0.985 }))).toBe('unknown');
  });
});
