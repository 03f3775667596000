import { describe, expect, it } from 'vitest';
import { cappedNetworks } from '../../../feed/crowd/block-cap.ts';
import { isOn } from '../../../feed/crowd/crowd-settings.ts';
import type { CrowdState } from '../../../feed/crowd/crowd-state.ts';
import { observeMinute } from '../../../feed/crowd/observe-minute.ts';
import { readBucket } from '../../../feed/crowd/read-bucket.ts';
import { readWindow, windowsFilled } from '../../../feed/crowd/read-window.ts';
import type { BucketCount } from '../../../feed/store/count-store.ts';
import { afterCalmWeeks } from './calm-weeks.ts';
import { countOf, SETTINGS } from './count-of.ts';

const MINUTE = 60_000;
const AT = 1_764_000_030_000;
const NOW = Math.floor(AT / 300_000);
const START = NOW * 300_000;

describe('the cap on blocks', () => {
  it('does not ask in which order blocks are listed, nor for those without a network', () => {
    const blocks = [1, 1, 1, 1, 1, 1, 1, 1, 40];
    expect(cappedNetworks({ networks: 48, blocks })).toBeCloseTo(10, 9);
    expect(cappedNetworks({ networks: 2, blocks: [1, 1, 0, 0, 0] })).toBe(2);
  });

  it('cuts two, three and four large blocks to a fifth each', () => {
    const ones = (count: number) => Array<number>(count).fill(1);
    expect(cappedNetworks({ networks: 230, blocks: [100, 100, ...ones(30)] })).toBeCloseTo(50, 9);
    expect(cappedNetworks({ networks: 320, blocks: [100, 100, 100, ...ones(20)] })).toBeCloseTo(50, 9);
    expect(cappedNetworks({ networks: 410, blocks: [100, 100, 100, 100, ...ones(10)] })).toBeCloseTo(50, 9);
  });

  it('counts places where fewer than five networks are left, those in no list too', () => {
    expect(cappedNetworks({ networks: 12, blocks: [9] })).toBe(4);
    expect(cappedNetworks({ networks: 3, blocks: [] })).toBe(3);
    expect(cappedNetworks({ networks: 30, blocks: [9, 9, 9, 2, 1] })).toBeCloseTo(5, 9);
  });
});

describe('a bucket and a window', () => {
  it('know regions from whoever complains, and who is there from every kind but the sum of them', () => {
    const counts = [
      countOf('errors', NOW, 9),
      countOf('complaint', NOW, 9, { regions: { EU: 9 } }),
      countOf('presence', NOW, 30, { regions: { EU: 20, OC: 10 } }),
      countOf('sign-in-works', NOW, 3, { regions: { OC: 3 } }),
    ];
    const { regions, anywhere, kinds } = readBucket(counts, NOW);
    expect([...regions]).toEqual([['EU', 9]]);
    expect(Object.fromEntries(anywhere)).toEqual({ EU: 20, OC: 13 });
    expect(Object.fromEntries(kinds)).toEqual({ errors: 9, complaint: 9, presence: 30, 'sign-in-works': 3 });
  });

  it('know nothing where nothing was counted', () => {
    expect(readBucket([countOf('errors', NOW - 1, 9)], NOW)).toEqual({
      networks: 0,
      blocks: 0,
      kinds: new Map(),
      reports: 0,
      regions: new Map(),
      anywhere: new Map(),
    });
  });

  it('count blocks once, though an estimate of the networks is below what they add up to', () => {
    const low = countOf('errors', NOW, 15, { blocks: [10, 10] });
    expect(readBucket([low], NOW).blocks).toBe(2);
  });

  it('add up reports, kinds and regions of both buckets', () => {
    const counts = [
      countOf('errors', NOW - 1, 8, { reports: 11, regions: { EU: 8 } }),
      countOf('errors', NOW, 6, { reports: 9, regions: { EU: 5, OC: 1 } }),
      countOf('presence', NOW, 4),
    ];
    const window = readWindow(counts, AT, SETTINGS);
    expect(window.reports).toBe(20);
    expect(Object.fromEntries(window.kinds)).toEqual({ errors: 14, presence: 4 });
    expect(Object.fromEntries(window.regions)).toEqual({ EU: 13, OC: 1 });
    expect(window.filled).toBeCloseTo(230 / 300, 9);
  });

  it('expect no report sooner than twenty seconds after its event, whatever is asked of clients', () => {
    expect(windowsFilled(START + 150_000, 0)).toBeCloseTo((300 + 150 - 20) / 300, 9);
    expect(windowsFilled(START + 150_000, 60)).toBeCloseTo((300 + 150 - 40) / 300, 9);
  });
});

const look = (state: CrowdState | null, counts: readonly BucketCount[], minutes = 1, settings = SETTINGS) => {
  let seen = observeMinute(state, counts, AT, settings);
  for (let minute = 1; minute < minutes; minute += 1)
    seen = observeMinute(seen.state, counts, AT + minute * MINUTE, settings);
  return seen;
};
const silent = afterCalmWeeks(AT, 0);

describe('what is told of a window', () => {
  it('is many networks from ten blocks on, or from twenty networks in eight', () => {
    const spread = (blocks: number[]): boolean => {
      const networks = blocks.reduce((sum, size) => sum + size, 0);
      const { reading } = look(silent, [countOf('errors', NOW, networks, { blocks })], 2);
      expect(reading.level).toBe('high');
      return reading.spread;
    };
    expect(spread(Array<number>(10).fill(1))).toBe(true);
    expect(spread(Array<number>(9).fill(2))).toBe(false);
    expect(spread([3, 3, 3, 3, 2, 2, 2, 2])).toBe(true);
    expect(spread([3, 3, 3, 3, 2, 2, 2, 1])).toBe(false);
    expect(spread([4, 4, 4, 4, 4, 4, 4])).toBe(false);
  });

  it('is the share of the signed-in people who complain, those asked reckoned in', () => {
    const counts = [countOf('errors', NOW, 20), countOf('presence', NOW, 6)];
    const settings = { ...SETTINGS, rate: 0.5, presenceRate: 0.1 };
    expect(look(null, counts, 1, settings).reading.rate).toBeCloseTo(40 / (40 + 60), 9);
    expect(look(null, counts, 1, { ...settings, rate: 0 }).reading.rate).toBeNull();
    expect(look(null, counts, 1, { ...settings, presenceRate: 0 }).reading.rate).toBeNull();
  });

  it('is all of them when presence, known of late, has fallen silent, and unknown where nobody says anything', () => {
    const known = { ...silent, presence: { late: 40, weeks: [] } };
    const complaints = [countOf('errors', NOW, 20)];
    expect(look(known, complaints).reading.rate).toBe(1);
    expect(look(known, []).reading.rate).toBeNull();
    expect(look(silent, complaints).reading.rate).toBeNull();
    expect(look(silent, [countOf('presence', NOW, 5)]).reading.rate).toBe(0);
  });

  it('is where it is only while there is an alarm', () => {
    const regions = { OC: 27, EU: 3 };
    const state: CrowdState = {
      ...silent,
      regions: [
        ['EU', 900],
        ['OC', 100],
      ],
    };
    const counts = [countOf('errors', NOW, 30, { regions })];
    expect(look(state, counts, 1).reading).toMatchObject({ level: 'none', scope: 'unknown' });
    expect(look(state, counts, 2).reading).toMatchObject({ level: 'high', scope: 'regional' });
    const even = [countOf('errors', NOW, 30, { regions: { EU: 26, OC: 4 } })];
    expect(look(state, even, 2).reading).toMatchObject({ level: 'high', scope: 'global' });
  });

  it('is how many are usual in as much of the window as has arrived, of those asked', () => {
    const calm = afterCalmWeeks(AT, 9);
    expect(look(calm, []).reading.expected).toBeCloseTo((9 * 230) / 300, 9);
    expect(look(calm, [], 1, { ...SETTINGS, rate: 0.25 }).reading.expected).toBeCloseTo((9 * 230) / 1200, 9);
    expect(look(calm, [], 1, { ...SETTINGS, rate: 0 }).reading.expected).toBeCloseTo((9 * 230) / 300, 9);
  });

  it('changes nothing of what is remembered while reporting is off', () => {
    const off = { ...SETTINGS, rate: 0 };
    expect(look(silent, [countOf('errors', NOW, 500)], 2, off).state).toEqual(silent);
    expect([isOn(0), isOn(0.9e-6), isOn(1e-6)]).toEqual([false, false, true]);
  });

  it('has a sum for ramps that goes on from minute to minute, and begins at nothing when the alarm that it raised is over', () => {
    const ramp: CrowdState = {
      ...silent,
      cusum: 7,
      alarm: { level: 'raised', since: AT - 50 * MINUTE, spread: true, raised: 0, high: 0, calm: 9 },
    };
    expect(look({ ...silent, cusum: 7 }, [], 4).state.cusum).toBeGreaterThan(5);
    const over = look(ramp, []);
    expect(over.reading).toMatchObject({ level: 'none', since: null, spread: false });
    expect(over.state.cusum).toBe(0);
    expect(look({ ...ramp, alarm: { ...ramp.alarm, calm: 3 } }, []).state.cusum).toBeGreaterThan(5);
  });
});
