import { describe, expect, it } from 'vitest';
import { turnHour } from '../../../feed/crowd/learn-hour.ts';
import { roundedMean } from '../../../feed/crowd/learn-hour.ts';
import { median, spread } from '../../../feed/crowd/median.ts';
import { HOURS_KEPT } from '../../../feed/crowd/numbers.ts';
import { growthSince, learnPresence } from '../../../feed/crowd/presence-growth.ts';
import { freshState } from '../../../feed/crowd/fresh-state.ts';
import { usualAt } from '../../../feed/crowd/usual.ts';

const WEEK = 168;
const HOUR = 100 * WEEK + 40;

/** A past in which every hour had what `mean` says. */
const past = (weeks: number, mean: (hour: number) => number | null) => ({
  hours: {
    first: HOUR - weeks * WEEK - 1,
    means: Array.from({ length: weeks * WEEK + 1 }, (_, index) => mean(HOUR - weeks * WEEK - 1 + index)),
  },
  levels: Array.from({ length: WEEK }, (): number | null => null),
  presence: { late: null, weeks: [] } as ReturnType<typeof freshState>['presence'],
});

describe('what is usual', () => {
  it('is the median of this hour of the week and its neighbours over eight weeks', () => {
    const peak = (hour: number): number => (Math.abs((hour % WEEK) - (HOUR % WEEK)) <= 1 ? 20 : 3);
    expect(usualAt(past(8, peak), HOUR).usual.level).toBe(20);
    expect(usualAt(past(8, peak), HOUR - 5).usual.level).toBeCloseTo(3, 1);
  });

  it('is not moved by a bad month, nor does that widen its spread without bound', () => {
    const calm = past(8, () => 10);
    const bad = past(8, (hour) => (hour > HOUR - 3.5 * WEEK ? 500 : 10));
    expect(usualAt(bad, HOUR).usual).toEqual(usualAt(calm, HOUR).usual);
    const restless = past(8, (hour) => (Math.floor(hour / WEEK) % 2 === 0 ? 500 : 10));
    expect(usualAt(restless, HOUR).usual.dispersion).toBeCloseTo(1.1, 9);
  });

  it('swings more where past weeks did, beyond the chance in each hour', () => {
    const swinging = past(8, (hour) => [8, 20, 14, 26][Math.floor(hour / WEEK) % 4] ?? 0);
    const steady = past(8, (hour) => [16.5, 17.5, 17, 18][Math.floor(hour / WEEK) % 4] ?? 0);
    expect(usualAt(steady, HOUR).usual.dispersion).toBeCloseTo(0.1, 9);
    expect(usualAt(swinging, HOUR).usual.dispersion).toBeCloseTo(
      0.1 + ((1.4826 * 6) ** 2 - 17 / 12) / 17 ** 2,
      9,
    );
  });

  it('is never below half a network a window', () => {
    expect(
      usualAt(
        past(8, () => 0),
        HOUR,
      ).usual.level,
    ).toBe(0.5);
  });

  it('grows by a fifth a week at most, however much the weeks before say', () => {
    const flooded = past(8, () => 100);
    flooded.levels[HOUR % WEEK] = 10;
    expect(usualAt(flooded, HOUR).usual.level).toBeCloseTo(12, 9);
    flooded.levels[HOUR % WEEK] = 0.2;
    expect(usualAt(flooded, HOUR).usual.level).toBeCloseTo(0.6, 9);
    flooded.levels[HOUR % WEEK] = 300;
    expect(usualAt(flooded, HOUR).usual.level).toBe(100);
  });

  it('grows with the people who are there, fourfold at most', () => {
    const grown = past(8, () => 10);
    const week = Math.floor(HOUR / WEEK);
    const weeks = (people: number): [number, number, number][] =>
      Array.from({ length: 9 }, (_, index) => [week - 8 + index, people * 2016, 2016]);
    grown.presence = { late: 2000, weeks: weeks(1000) };
    expect(usualAt(grown, HOUR).usual.level).toBeCloseTo(10 * (2005 / 1005), 6);
    grown.presence = { late: 100_000, weeks: weeks(1000) };
    expect(usualAt(grown, HOUR).usual.level).toBe(40);
    grown.presence = { late: 10, weeks: weeks(1000) };
    expect(usualAt(grown, HOUR).usual.level).toBe(10);
    grown.presence = { late: 2000, weeks: weeks(0) };
    expect(usualAt(grown, HOUR).usual.level).toBe(10);
  });

  it('is told by the weeks of a like number of people, where there are such', () => {
    const week = Math.floor(HOUR / WEEK);
    // Doubling each week: 8, 16, 32, … and as many complaints with them.
    const people = (ago: number): number => 2048 / 2 ** ago;
    const doubling = past(8, (hour) => people((HOUR - hour) / WEEK) / 64);
    doubling.presence = {
      late: people(0),
      weeks: Array.from({ length: 8 }, (_, index) => [week - 8 + index, people(8 - index) * 2016, 2016]),
    };
    // The week before alone counts; with those of ever fewer people the level would be below twelve.
    expect(usualAt(doubling, HOUR).usual.level).toBeGreaterThan(20);
  });

  it('lets the cap on growth grow with the people too', () => {
    const grown = past(8, () => 100);
    grown.levels[HOUR % WEEK] = 10;
    grown.presence = { late: 2000, weeks: [[Math.floor(HOUR / WEEK) - 1, 1000 * 2016, 2016]] };
    expect(usualAt(grown, HOUR).usual.level).toBeCloseTo(12 * (2005 / 1005), 6);
  });

  it('is a cautious guess before anything was seen, and leans on all hours while young', () => {
    const nothing = usualAt(
      past(0, () => null),
      HOUR,
    ).usual;
    expect(nothing).toEqual({ level: 1, dispersion: 0.6 });
    const oneWeek = usualAt(
      past(1, (hour) => (hour >= HOUR - WEEK - 1 && hour <= HOUR - WEEK + 1 ? 20 : 4)),
      HOUR,
    );
    expect(oneWeek.usual.level).toBeGreaterThan(11);
    expect(oneWeek.usual.level).toBeLessThan(20);
    expect(oneWeek.usual.dispersion).toBeGreaterThan(0.5);
    expect(oneWeek.keep).toBeNull();
  });

  it('keeps a level as the next week’s yardstick from two weeks on', () => {
    expect(
      usualAt(
        past(2, () => 7),
        HOUR,
      ).keep,
    ).toBeCloseTo(
      usualAt(
        past(2, () => 7),
        HOUR,
      ).usual.level,
      9,
    );
  });

  it('passes over hours that nobody saw', () => {
    const holes = past(8, (hour) => (Math.floor(hour / WEEK) % 2 === 0 ? null : 30));
    expect(usualAt(holes, HOUR).usual.level).toBeGreaterThan(29);
  });
});

describe('an hour that is over', () => {
  const at = Date.UTC(2024, 2, 5);
  const begun = (buckets: number, sum: number) => {
    const fresh = freshState(at);
    return { ...fresh, hour: { index: fresh.hour.index, sum, buckets } };
  };

  it('leaves its mean, rounded', () => {
    const state = begun(12, 12 * 7.3);
    expect(turnHour(state, state.hour.index + 1).hours.means).toEqual([7.25]);
  });

  it('leaves nothing where too few of its buckets were seen', () => {
    const state = begun(3, 21);
    expect(turnHour(state, state.hour.index + 1).hours.means).toEqual([null]);
  });

  it('does not end while it lasts', () => {
    const state = begun(5, 10);
    expect(turnHour(state, state.hour.index)).toBe(state);
  });

  it('leaves a hole for hours that nobody saw', () => {
    const state = begun(12, 12);
    const later = turnHour(state, state.hour.index + 4);
    const next = turnHour({ ...later, hour: { ...later.hour, sum: 24, buckets: 12 } }, later.hour.index + 1);
    expect(next.hours).toEqual({ first: state.hour.index, means: [1, null, null, null, 2] });
  });

  it('lets the oldest go', () => {
    let state = begun(12, 12);
    const first = state.hour.index;
    for (let hour = 1; hour <= HOURS_KEPT + 5; hour += 1)
      state = turnHour({ ...state, hour: { ...state.hour, sum: 12, buckets: 12 } }, first + hour);
    expect(state.hours.means).toHaveLength(HOURS_KEPT);
    expect(state.hours.first).toBe(first + 5);
  });

  it('begins anew when all of it is too old', () => {
    const state = turnHour(begun(12, 12), freshState(at).hour.index + 1);
    const later = { ...state, hour: { index: state.hour.index + 5000, sum: 36, buckets: 12 } };
    expect(turnHour(later, later.hour.index + 1).hours).toEqual({ first: later.hour.index, means: [3] });
  });

  it.each([
    [0.1, 0],
    [0.13, 0.25],
    [9.9, 10],
    [47.4, 47],
    [1234, 1200],
  ])('rounds %f to %f', (mean, rounded) => expect(roundedMean(mean)).toBe(rounded));
});

describe('presence', () => {
  it('remembers a day, and the mean of each week for nine weeks', () => {
    let presence = freshState(0).presence;
    for (let window = 0; window < 12 * 2016; window += 1)
      presence = learnPresence(presence, Math.floor(window / 2016), window < 11 * 2016 ? 100 : 200);
    expect(presence.late).toBeCloseTo(200, 0);
    expect(presence.weeks.map(([week]) => week)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(growthSince(presence, 10)).toBeCloseTo(205 / 105, 2);
    expect(presence.weeks.at(-1)).toEqual([11, 200 * 2016, 2016]);
  });

  it('follows a change by two thirds within a day, and begins with what it first sees', () => {
    let presence = learnPresence(freshState(0).presence, 0, 100);
    expect(presence.late).toBe(100);
    for (let window = 0; window < 288; window += 1) presence = learnPresence(presence, 0, 200);
    expect(presence.late).toBeCloseTo(200 - 100 * (1 - 1 / 288) ** 288, 0);
  });

  it('is left alone where it is not asked for', () => {
    const presence = freshState(0).presence;
    expect(learnPresence(presence, 1, null)).toBe(presence);
    expect(growthSince(presence, 1)).toBe(1);
  });
});

describe('median and spread', () => {
  it('are of the middle, and of none where there is none', () => {
    expect(median([])).toBeNull();
    expect(median([5, 1, 9])).toBe(5);
    expect(median([4, 1, 9, 6])).toBe(5);
    expect(spread([])).toBe(0);
    expect(spread([1, 2, 3, 4, 1e9])).toBeCloseTo(1.4826, 9);
  });
});
