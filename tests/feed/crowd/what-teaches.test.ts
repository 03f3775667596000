import { describe, expect, it } from 'vitest';
import type { CrowdState } from '../../../feed/crowd/crowd-state.ts';
import { learnBuckets } from '../../../feed/crowd/learn-buckets.ts';
import { observeMinute } from '../../../feed/crowd/observe-minute.ts';
import { bucketOf } from '../../../lib/model/report.ts';
import { afterCalmWeeks } from './calm-weeks.ts';
import { countOf, SETTINGS } from './count-of.ts';

const MINUTE = 60_000;
/** An hour has begun, and half a minute. */
const HOUR = 490_000;
const AT = HOUR * 3_600_000 + 30_000;
const NOW = bucketOf(AT);
const calm: CrowdState = afterCalmWeeks(AT, 4);

/** What is left when the bucket two before the one of `at` has become whole with so many networks. */
const learn = (state: CrowdState, networks = 10, settings = SETTINGS, at = AT + 20 * MINUTE): CrowdState => {
  const whole = bucketOf(at) - 2;
  return learnBuckets({ ...state, learned: whole - 1 }, [countOf('errors', whole, networks)], at, settings);
};
/** In the second bucket of the hour under way, of which one was seen. */
const second: CrowdState = { ...calm, hour: { index: HOUR, sum: 4, buckets: 1 } };
const WHOLE = bucketOf(AT + 20 * MINUTE) - 2;
const seen = (state: CrowdState): number => state.hour.buckets;

describe('a bucket that has become whole', () => {
  it('adds its networks to the hour under way, once', () => {
    const next = learn(second);
    expect(next.hour).toEqual({ index: HOUR, sum: 14, buckets: 2 });
    expect(next.learned).toBe(WHOLE);
    expect(learnBuckets(next, [countOf('errors', WHOLE, 10)], AT + 21 * MINUTE, SETTINGS)).toBe(next);
  });

  it('counts as many as there would be if all had been asked, to hundredths', () => {
    expect(learn(second, 10, { ...SETTINGS, rate: 0.3 }).hour.sum).toBe(37.33);
  });

  it('is looked up only among the four that can be asked for, however long nobody looked', () => {
    const old = { ...second, learned: WHOLE - 40 };
    const counts = Array.from({ length: 50 }, (_, ago) => countOf('errors', WHOLE + 2 - ago, 10));
    expect(learnBuckets(old, counts, AT + 20 * MINUTE, SETTINGS).hour).toEqual({
      index: HOUR,
      sum: 24,
      buckets: 3,
    });
  });

  it('teaches who is where, and how many are there where presence is asked for', () => {
    const counts = [
      countOf('errors', WHOLE, 10, { regions: { EU: 6, NA: 4 } }),
      countOf('presence', WHOLE, 20, { regions: { EU: 15, OC: 5 } }),
    ];
    const state = { ...second, learned: WHOLE - 1, presence: { late: null, weeks: [] } };
    const next = learnBuckets(state, counts, AT + 20 * MINUTE, SETTINGS);
    expect(next.regions).toEqual([
      ['EU', 21],
      ['OC', 5],
      ['NA', 4],
    ]);
    expect(next.presence).toEqual({ late: 2000, weeks: [[Math.floor(HOUR / 168), 2000, 1]] });
    const unasked = { ...SETTINGS, presenceRate: 0 };
    expect(learnBuckets(state, counts, AT + 20 * MINUTE, unasked).presence).toBe(state.presence);
  });

  it('adds to the sum for slow ramps by what is usual, and only where this hour of the week is known', () => {
    const swing = Math.sqrt(4 + 0.35 * 16);
    expect(learn(second, 10).cusum).toBeCloseTo(6 / swing - 0.75, 3);
    expect(learn(second, 5, { ...SETTINGS, rate: 0.5 }).cusum).toBeCloseTo(6 / swing - 0.75, 3);
    const levels = calm.levels.with(HOUR % 168, null);
    expect(learn({ ...second, levels, cusum: 5 }, 10).cusum).toBe(0);
    expect(learn({ ...second, levels: calm.levels.with((HOUR + 1) % 168, null) }, 10).cusum).toBeGreaterThan(
      1,
    );
  });

  it('closes the hour before it, and what is usual is looked up anew', () => {
    const before = {
      ...calm,
      hour: { index: HOUR - 1, sum: 72, buckets: 12 },
      usual: { level: 9, dispersion: 1 },
    };
    const next = learn(before);
    expect(next.hours.means.at(-1)).toBe(6);
    expect(next.hour).toEqual({ index: HOUR, sum: 10, buckets: 1 });
    expect(next.usual.level).toBeCloseTo(4, 1);
    expect(next.usual.dispersion).toBeCloseTo(0.35, 9);
  });
});

describe('buckets of an alarm', () => {
  const alarmed = (from: number, to: number, since: number | null, at = AT + 20 * MINUTE): CrowdState => ({
    ...second,
    minute: Math.floor(at / MINUTE),
    alarmed: { from, to },
    alarm: { ...second.alarm, level: since === null ? 'none' : 'high', since },
  });

  it('teach nothing from the first to the last, those before and after do', () => {
    expect(seen(learn(alarmed(WHOLE, WHOLE + 5, AT)))).toBe(1);
    expect(seen(learn(alarmed(WHOLE - 5, WHOLE, AT)))).toBe(1);
    expect(seen(learn(alarmed(WHOLE + 1, WHOLE + 5, AT)))).toBe(2);
    expect(seen(learn(alarmed(WHOLE - 5, WHOLE - 1, AT)))).toBe(2);
  });

  it('teach nothing about people and regions either, but go into the sum for ramps', () => {
    const next = learn(alarmed(WHOLE, WHOLE, AT), 400);
    expect(next.presence).toBe(second.presence);
    expect(next.regions).toBe(second.regions);
    expect(next.hour).toEqual(second.hour);
    expect(next.learned).toBe(WHOLE);
    expect(next.cusum).toBe(3.25);
  });

  it('teach nothing when the alarm is over by the time they are whole', () => {
    expect(seen(learn(alarmed(WHOLE, WHOLE, null)))).toBe(1);
  });

  it('teach again when the alarm is older than a day', () => {
    const at = AT + 20 * MINUTE - ((AT + 20 * MINUTE) % MINUTE);
    expect(seen(learn(alarmed(WHOLE, WHOLE, at - 1440 * MINUTE)))).toBe(1);
    expect(seen(learn(alarmed(WHOLE, WHOLE, at - 1441 * MINUTE)))).toBe(2);
  });

  it('teach in the first day of a service, and not from its 24th hour on', () => {
    const hours = (count: number) => ({ first: HOUR - count, means: Array<number>(count).fill(4) });
    expect(seen(learn({ ...alarmed(WHOLE, WHOLE, AT), hours: hours(23) }))).toBe(2);
    expect(seen(learn({ ...alarmed(WHOLE, WHOLE, AT), hours: hours(24) }))).toBe(1);
  });

  const look = (state: CrowdState, minutes: number, networks: number): CrowdState => {
    const at = AT + minutes * MINUTE;
    const counts = [0, 1, 2, 3].map((ago) => countOf('errors', bucketOf(at) - ago, networks));
    return observeMinute(state, counts, at, SETTINGS).state;
  };

  it('are those of every odd window, from its older bucket on, and of the alarm until it is over', () => {
    const first = look(calm, 0, 100);
    expect(first.alarmed).toEqual({ from: NOW - 1, to: NOW });
    let state = first;
    for (let minute = 1; minute <= 12; minute += 1) state = look(state, minute, 100);
    expect(state.alarmed).toEqual({ from: NOW - 1, to: NOW + 2 });
    for (let minute = 13; minute <= 30; minute += 1) state = look(state, minute, 4);
    expect(state.alarm.level).toBe('none');
    expect(state.alarmed).toEqual({ from: NOW - 1, to: NOW + 4 });
  });

  it('are one row where two odd times are ten minutes apart, and a new one after more', () => {
    const before = (to: number): CrowdState => ({ ...calm, alarmed: { from: NOW - 30, to } });
    expect(look(before(NOW - 2), 0, 100).alarmed).toEqual({ from: NOW - 30, to: NOW });
    expect(look(before(NOW - 3), 0, 100).alarmed).toEqual({ from: NOW - 1, to: NOW });
    expect(look(before(NOW - 2), 0, 4).alarmed).toEqual({ from: NOW - 30, to: NOW - 2 });
  });
});
