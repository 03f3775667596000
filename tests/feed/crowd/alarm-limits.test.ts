import { describe, expect, it } from 'vitest';
import type { Alarm } from '../../../feed/crowd/crowd-state.ts';
import { judgeAlarm, type Minute } from '../../../feed/crowd/judge-alarm.ts';
import { oddnessOf } from '../../../feed/crowd/oddness.ts';
import { QUIET } from '../../../feed/crowd/quiet.ts';
import type { WindowReading } from '../../../feed/crowd/read-window.ts';

const AT = 1_700_000_100_000;
const MINUTE = 60_000;

/** The alarm after so many minutes that are all alike. */
const after = (minutes: number, minute: Partial<Minute>, from: Alarm = QUIET): Alarm => {
  let alarm = from;
  for (let index = 0; index < minutes; index += 1)
    alarm = judgeAlarm(alarm, {
      at: AT + index * MINUTE,
      oddness: { counted: 1, any: 1 },
      spread: false,
      networks: 50,
      cusum: 0,
      ...minute,
    });
  return alarm;
};
const chance = (value: number) => ({ oddness: { counted: value, any: value } });

describe('the limits of the alarm', () => {
  it('are not reached by a chance that is just as small', () => {
    expect(after(9, chance(1e-4)).level).toBe('none');
    expect(after(9, chance(1e-6)).level).toBe('raised');
  });

  it('hold an alarm at a chance of one in a hundred, and let it go above', () => {
    const high = after(2, chance(1e-9));
    expect(after(30, chance(0.01), high).level).toBe('high');
    expect(after(10, chance(0.0101), high).level).toBe('none');
  });

  it('are held by few networks too, which could not have opened it', () => {
    const high = after(2, chance(1e-9));
    expect(after(30, { oddness: { counted: 1, any: 0.001 } }, high).level).toBe('high');
    expect(after(30, { oddness: { counted: 1, any: 1e-9 } }).level).toBe('none');
  });

  it('ask for ten calm minutes of a raised alarm too, which until then keeps its beginning', () => {
    const raised = after(2, chance(1e-5));
    expect(after(9, chance(0.5), raised)).toMatchObject({ level: 'raised', since: AT });
    expect(after(10, chance(0.5), raised)).toMatchObject({ level: 'none', since: null });
  });

  it('take the minute of the sum for the beginning, and keep it when the alarm becomes high', () => {
    const later = { ...chance(1e-9), at: AT + 7 * MINUTE };
    const ramp = after(1, { ...chance(0.005), cusum: 12 });
    expect(ramp).toMatchObject({ level: 'raised', since: AT });
    expect(after(2, { ...later, cusum: 12 }, ramp)).toMatchObject({ level: 'high', since: AT });
    expect(after(1, { ...chance(0.005), at: AT + MINUTE, cusum: 12 }, ramp).since).toBe(AT);
  });

  it('let a sum raise an alarm also after long calm', () => {
    const calm = after(60, chance(0.5));
    expect(calm).toMatchObject({ level: 'none', since: null });
    expect(after(1, { ...chance(0.5), cusum: 12 }, calm).level).toBe('raised');
  });

  it('open a high alarm a minute after its first odd one, and not a raised one before', () => {
    const first = after(1, chance(1e-9));
    expect(first).toMatchObject({ level: 'none', since: null });
    expect(after(1, { ...chance(1e-9), at: AT + MINUTE }, first)).toMatchObject({ level: 'high', since: AT });
    expect(after(1, { ...chance(1e-5), at: AT + MINUTE }, first)).toMatchObject({
      level: 'raised',
      since: AT,
    });
  });

  it('keep "spread" while a raised alarm lasts, also when a sum raised it', () => {
    const ramp = after(1, { ...chance(0.005), cusum: 12, spread: true });
    expect(ramp.spread).toBe(true);
    expect(after(5, chance(0.5), ramp)).toMatchObject({ level: 'raised', spread: true });
    expect(after(10, chance(0.5), ramp).spread).toBe(false);
  });
});

/** P(X ≥ count) by adding single chances: X is negative binomial. */
const tail = (count: number, mean: number, dispersion: number): number => {
  const r = 1 / dispersion;
  const p = mean / (mean + r);
  let [one, sum] = [(1 - p) ** r, 0];
  for (let k = 0; k < 4000; k += 1) {
    if (k >= count) sum += one;
    one *= (p * (r + k)) / (k + 1);
  }
  return sum;
};

const windowOf = (networks: number, regions: Record<string, number>, filled = 1): WindowReading => ({
  networks,
  reports: networks,
  blocks: networks,
  kinds: new Map(),
  regions: new Map(Object.entries(regions)),
  filled,
});

describe('the chance of a window', () => {
  const usual = { level: 20, dispersion: 0.1 };
  const shares = new Map([
    ['EU', 0.8],
    ['OC', 0.2],
  ]);
  const close = (value: number, expected: number): void => {
    expect(value / expected).toBeCloseTo(1, 7);
  };

  it('is the tail of the negative binomial about the usual, as far as the window is filled', () => {
    close(oddnessOf(windowOf(40, {}, 1.5), usual, null).counted, tail(40, 30, 0.1));
    close(oddnessOf(windowOf(40, {}, 0.7), usual, null).any, tail(40, 14, 0.1));
  });

  it('is in a region that of its share, times the number of regions', () => {
    const seen = oddnessOf(windowOf(30, { EU: 10, OC: 20 }, 1.5), usual, shares);
    close(seen.counted, 2 * tail(20, 20 * 0.2 * 1.5, 0.1));
    close(seen.any, seen.counted);
  });

  it('takes a quarter of a network a window for usual in the smallest region', () => {
    const tiny = new Map([
      ['EU', 0.999],
      ['OC', 0.001],
    ]);
    close(oddnessOf(windowOf(9, { OC: 9 }, 1.5), usual, tiny).counted, 2 * tail(9, 0.25 * 1.5, 0.1));
  });

  it('counts a region from eight networks on, and fewer only when it asks whether it is over', () => {
    const seven = oddnessOf(windowOf(20, { EU: 13, OC: 7 }), { level: 20, dispersion: 0.01 }, shares);
    expect(seven.counted).toBeGreaterThan(0.4);
    const alone = oddnessOf(windowOf(7, { OC: 7 }), { level: 5, dispersion: 0.1 }, shares);
    expect(alone.counted).toBe(1);
    close(alone.any, 2 * tail(7, 1, 0.1));
    close(
      oddnessOf(windowOf(8, { OC: 8 }), { level: 5, dispersion: 0.1 }, shares).counted,
      2 * tail(8, 1, 0.1),
    );
  });

  it('is nothing special where a region is silent, or not known', () => {
    const silent = oddnessOf(windowOf(20, { EU: 20 }), usual, shares);
    expect(silent.any).toBeGreaterThan(0.3);
    expect(silent.any).toBeLessThanOrEqual(1);
    const unknown = oddnessOf(windowOf(20, { AQ: 20 }), usual, shares);
    close(unknown.counted, tail(20, 20, 0.1));
    expect(oddnessOf(windowOf(0, {}), usual, shares)).toEqual({ counted: 1, any: 1 });
  });
});
