import { describe, expect, it } from 'vitest';
import { crowdState, type CrowdState } from '../../../feed/crowd/crowd-state.ts';
import { afterCalmWeeks } from './calm-weeks.ts';

const good: CrowdState = {
  ...afterCalmWeeks(1_764_000_030_000, 4),
  alarm: { level: 'raised', since: 1_764_000_000_000, spread: true, raised: 2, high: 0, calm: 0 },
  alarmed: { from: 5_879_998, to: 5_880_000 },
  presence: { late: 40.5, weeks: [[2916, 80_000.5, 2000]] },
  regions: [['EU', 40.25]],
};
const fits = (more: object): boolean => crowdState.safeParse({ ...good, ...more }).success;
const list = <Value>(count: number, value: Value): Value[] => Array<Value>(count).fill(value);

describe('a state that was kept', () => {
  it('is read back as it was, at its largest too', () => {
    expect(crowdState.parse(JSON.parse(JSON.stringify(good)))).toEqual(good);
    expect(fits({ hours: { first: 0, means: list(1346, null) } })).toBe(true);
    expect(fits({ presence: { late: null, weeks: list(9, [1, 0, 0]) } })).toBe(true);
    expect(fits({ regions: list(32, ['x'.repeat(64), 0]), alarmed: null, cusum: 0 })).toBe(true);
    expect(fits({ curve: { last: 0, values: list(36, 0) }, minute: 0, learned: 0 })).toBe(true);
    for (const level of ['none', 'raised', 'high'])
      expect(fits({ alarm: { ...good.alarm, level } })).toBe(true);
    expect(fits({ alarm: { ...good.alarm, since: null } })).toBe(true);
  });

  it.each<[string, object]>([
    ['a minute that is no whole number', { minute: 0.5 }],
    ['a bucket before 1970', { learned: -1 }],
    ['more hours than are kept', { hours: { first: 0, means: list(1347, 1) } }],
    ['an hour below nothing', { hours: { first: 0, means: [-1] } }],
    ['something else beside the hours', { hours: { first: 0, means: [], last: 3 } }],
    ['half an hour under way', { hour: { index: 1, sum: 0 } }],
    ['something else beside the hour under way', { hour: { index: 1, sum: 0, buckets: 0, x: 1 } }],
    ['a level for an hour too many', { levels: list(169, null) }],
    ['a level that is a word', { levels: list(168, 'low') }],
    ['nothing usual', { usual: {} }],
    ['a spread below nothing', { usual: { level: 1, dispersion: -0.1 } }],
    ['something else beside what is usual', { usual: { level: 1, dispersion: 0.1, x: 1 } }],
    ['ten weeks of presence', { presence: { late: 1, weeks: list(10, [1, 0, 0]) } }],
    ['a week of presence in two parts', { presence: { late: 1, weeks: [[1, 2]] } }],
    ['people without weeks', { presence: { late: 1 } }],
    ['something else beside presence', { presence: { late: 1, weeks: [], x: 1 } }],
    ['an alarm without a beginning', { alarm: { ...good.alarm, since: undefined } }],
    ['an alarm that says something else', { alarm: { ...good.alarm, x: 1 } }],
    ['an alarm that is spread perhaps', { alarm: { ...good.alarm, spread: 'perhaps' } }],
    ['an alarm without an end', { alarmed: { from: 1 } }],
    ['something else beside buckets in alarm', { alarmed: { from: 1, to: 2, x: 1 } }],
    ['a region without a name', { regions: [['', 1]] }],
    ['a region with too long a name', { regions: [['x'.repeat(65), 1]] }],
    ['a region of fewer than nobody', { regions: [['EU', -1]] }],
    ['more regions than are kept', { regions: list(33, ['EU', 1]) }],
    ['a longer curve than is drawn', { curve: { last: 0, values: list(37, 0) } }],
    ['a curve in parts of networks', { curve: { last: 0, values: [0.5] } }],
    ['something else beside the curve', { curve: { last: 0, values: [], x: 1 } }],
    ['a curve that ends nowhere', { curve: { values: [] } }],
    ['a sum that is a word', { cusum: '3' }],
  ])('is refused with %s', (_, wrong) => {
    expect(fits(wrong)).toBe(false);
  });
});
