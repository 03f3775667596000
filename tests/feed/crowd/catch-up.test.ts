import { describe, expect, it } from 'vitest';
import { catchUp } from '../../../feed/crowd/catch-up.ts';
import type { CrowdState } from '../../../feed/crowd/crowd-state.ts';
import { freshState } from '../../../feed/crowd/fresh-state.ts';
import { QUIET } from '../../../feed/crowd/quiet.ts';
import { hourOfBucket, lastWholeBucket, minuteOf, weekOfBucket } from '../../../feed/crowd/time-indices.ts';
import { bucketOf } from '../../../lib/model/report.ts';
import { afterCalmWeeks } from './calm-weeks.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEK = 168 * HOUR;
/** An hour after a week has begun (weeks are counted from a Thursday), and half a minute. */
const AT = 2900 * WEEK + HOUR + 30_000;

const inAlarm: CrowdState = {
  ...afterCalmWeeks(AT + MINUTE, 4),
  alarm: { level: 'high', since: AT - 9 * MINUTE, spread: true, raised: 2, high: 1, calm: 3 },
  alarmed: { from: bucketOf(AT) - 2, to: bucketOf(AT) },
  cusum: 7.5,
  presence: {
    late: 40,
    weeks: [
      [2899, 80_000, 2000],
      [2900, 400, 10],
    ],
  },
  regions: [['EU', 300]],
};

describe('the numbers of time', () => {
  it('count whole minutes, hours and weeks since 1970', () => {
    expect(minuteOf(AT)).toBe(2900 * 168 * 60 + 60);
    expect(hourOfBucket(bucketOf(AT))).toBe(2900 * 168 + 1);
    expect(weekOfBucket(bucketOf(AT))).toBe(2900);
    expect(weekOfBucket(bucketOf(AT - 2 * HOUR))).toBe(2899);
  });

  it('take a bucket for whole five minutes after its end', () => {
    const end = 300_000 * 1000;
    expect(lastWholeBucket(end + 299_999)).toBe(998);
    expect(lastWholeBucket(end + 300_000)).toBe(999);
  });
});

describe('a state that begins', () => {
  it('knows nothing, expects one network and a wide swing, and learns from the next bucket on', () => {
    const hour = 2900 * 168 + 1;
    expect(freshState(AT)).toEqual({
      version: 1,
      minute: minuteOf(AT) - 1,
      learned: bucketOf(AT),
      hours: { first: hour, means: [] },
      hour: { index: hour, sum: 0, buckets: 0 },
      levels: Array(168).fill(null),
      usual: { level: 1, dispersion: 0.6 },
      presence: { late: null, weeks: [] },
      alarm: { level: 'none', since: null, spread: false, raised: 0, high: 0, calm: 0 },
      alarmed: null,
      cusum: 0,
      regions: [],
      curve: { last: Math.floor(bucketOf(AT) / 2), values: [] },
    });
  });
});

describe('after a time without a look', () => {
  it('of two minutes all goes on, of three no run of minutes does, but the alarm stands', () => {
    expect(catchUp(inAlarm, AT + MINUTE)).toBe(inAlarm);
    expect(catchUp(inAlarm, AT + 2 * MINUTE)).toBe(inAlarm);
    expect(catchUp(inAlarm, AT + 3 * MINUTE)).toEqual({
      ...inAlarm,
      alarm: { ...inAlarm.alarm, raised: 0, high: 0, calm: 0 },
    });
  });

  it('of a quarter of an hour the alarm stands, of more it is not known, and only what begins now teaches', () => {
    expect(catchUp(inAlarm, AT + 15 * MINUTE)).toMatchObject({
      learned: inAlarm.learned,
      alarm: { level: 'high', since: AT - 9 * MINUTE, spread: true },
      cusum: 7.5,
    });
    const later = AT + 16 * MINUTE;
    expect(catchUp(inAlarm, later)).toEqual({
      ...inAlarm,
      learned: bucketOf(later),
      alarm: QUIET,
      alarmed: null,
      cusum: 0,
    });
  });
});

describe('a clock that is set back', () => {
  it('by up to an hour waits', () => {
    expect(catchUp(inAlarm, AT - MINUTE)).toBe(inAlarm);
    expect(catchUp(inAlarm, AT - 60 * MINUTE)).toBe(inAlarm);
  });

  it('by more takes out what was learned under hours and weeks still to come, and keeps the rest', () => {
    const then = AT - 121 * MINUTE;
    const hour = 2900 * 168 - 2;
    const back = catchUp(inAlarm, then);
    expect(back).toEqual({
      ...inAlarm,
      minute: minuteOf(then) - 1,
      learned: bucketOf(then),
      hours: { first: inAlarm.hours.first, means: Array(hour - inAlarm.hours.first).fill(4) },
      hour: { index: hour, sum: 0, buckets: 0 },
      presence: { late: 40, weeks: [[2899, 80_000, 2000]] },
      alarm: QUIET,
      alarmed: null,
      cusum: 0,
      curve: { last: inAlarm.curve.last, values: [] },
    });
  });

  it('keeps the week that it comes into, and the hours before the one that it comes into', () => {
    const late = { ...inAlarm, minute: inAlarm.minute + 300 };
    const back = catchUp(late, AT);
    expect(back.presence.weeks.map(([week]) => week)).toEqual([2899, 2900]);
    expect(back.hours.first + back.hours.means.length).toBeLessThanOrEqual(2900 * 168 + 1);
  });

  it('by years begins anew in the hour that it comes into', () => {
    const then = AT - 200 * WEEK;
    expect(catchUp(inAlarm, then).hours).toEqual({ first: 2700 * 168 + 1, means: [] });
    expect(catchUp(inAlarm, then).presence.weeks).toEqual([]);
  });
});
