import { describe, expect, it } from 'vitest';
import { freshState } from '../../../feed/crowd/fresh-state.ts';
import { roundedMean, turnHour } from '../../../feed/crowd/learn-hour.ts';
import { growthSince, learnPresence } from '../../../feed/crowd/presence-growth.ts';
import { usualAt } from '../../../feed/crowd/usual.ts';

const WEEK = 168;
const HOUR = 100 * WEEK + 40;

/** A past of so many hours up to now, of which the one so many hours ago had what `mean` says. */
const past = (hours: number, mean: (ago: number) => number | null) => ({
  hours: { first: HOUR - hours, means: Array.from({ length: hours }, (_, index) => mean(hours - index)) },
  levels: Array.from({ length: WEEK }, (): number | null => null),
  presence: { late: null, weeks: [] } as ReturnType<typeof freshState>['presence'],
});

describe('what is usual, reckoned by hand', () => {
  it('after one week: three samples against the mean of seven days that is worth less than three', () => {
    const young = past(WEEK + 1, (ago) => (ago >= WEEK - 1 ? 20 : 4));
    // Of the last 168 hours two had 20; a guess of 1 is worth two more hours.
    const prior = (166 * 4 + 2 * 20 + 2 * 1) / 170;
    const worth = 3 * (1 - 3 / 24);
    const { usual, keep } = usualAt(young, HOUR);
    expect(usual.level).toBeCloseTo((3 * 20 + worth * prior) / (3 + worth), 9);
    expect(usual.dispersion).toBeCloseTo(0.1 + 0.5 * (1 - 3 / 24), 9);
    expect(keep).toBeNull();
  });

  it('after an hour: the guess and the hour, a third of it', () => {
    const { usual } = usualAt(
      past(1, () => 10),
      HOUR,
    );
    expect(usual.level).toBeCloseTo((10 + 2) / 3, 9);
    expect(usual.dispersion).toBeCloseTo(0.6, 9);
  });

  it('in an hour of which nothing was seen: the mean of the hours of the last seven days that were seen, no older ones', () => {
    const elsewhere = past(3 * WEEK, (ago) => {
      if (Math.abs((ago % WEEK) - 0) <= 1 || ago % WEEK === WEEK - 1) return null;
      return ago > WEEK ? 500 : 7;
    });
    // 168 hours ago and 167, and one hour ago were not seen: 165 hours of 7.
    expect(usualAt(elsewhere, HOUR).usual.level).toBeCloseTo((165 * 7 + 2) / 167, 9);
  });

  it('is a yardstick from six samples on: two weeks', () => {
    expect(
      usualAt(
        past(2 * WEEK + 1, () => 7),
        HOUR,
      ).keep,
    ).toBeCloseTo((6 * 7 + 2.25 * (1178 / 170)) / 8.25, 9);
    expect(
      usualAt(
        past(2 * WEEK, () => 7),
        HOUR,
      ).keep,
    ).toBeNull();
  });

  it('takes the hour, the one before and the one after it, of each of eight weeks and no more', () => {
    const three = past(9 * WEEK, (ago) => {
      if (ago > 8 * WEEK + 1) return 900;
      return { [WEEK - 1]: 30, 0: 20, 1: 10 }[ago % WEEK] ?? 500;
    });
    expect(usualAt(three, HOUR).usual.level).toBe(20);
  });

  it('swings in quiet hours as against half a network, with the chance of one hour taken off', () => {
    const quiet = past(8 * WEEK + 1, (ago) => (Math.round(ago / WEEK) % 2 === 0 ? 0 : 0.25));
    const swing = (1.4826 * 0.125) ** 2 - 0.125 / 12;
    expect(usualAt(quiet, HOUR).usual.level).toBe(0.5);
    expect(usualAt(quiet, HOUR).usual.dispersion).toBeCloseTo(0.1 + swing / 0.25, 9);
  });

  it('leaves weeks of far fewer people out only while three other hours are left', () => {
    const week = Math.floor(HOUR / WEEK);
    const grown = (weeksAlike: number) => ({
      ...past(8 * WEEK + 1, (ago) => (Math.round(ago / WEEK) <= weeksAlike ? 12 : 100)),
      presence: {
        late: 1000,
        weeks: Array.from({ length: 9 }, (_, ago): [number, number, number] => [
          week - ago,
          (ago <= weeksAlike ? 1000 : 10) * 2016,
          2016,
        ]),
      },
    });
    expect(usualAt(grown(1), HOUR).usual.level).toBeLessThan(60);
    expect(usualAt(grown(0), HOUR).usual.level).toBe(400);
  });

  it('may grow by a fifth beside the growth of people since the week before, not since an older one', () => {
    const week = Math.floor(HOUR / WEEK);
    const capped = { ...past(8 * WEEK + 1, () => 100), levels: Array<number>(WEEK).fill(10) };
    const since = (name: number) => ({
      late: 2000,
      weeks: [[name, 1000 * 2016, 2016]] as [number, number, number][],
    });
    expect(usualAt({ ...capped, presence: since(week - 1) }, HOUR).usual.level).toBeCloseTo(
      12 * (2005 / 1005),
      9,
    );
    expect(usualAt({ ...capped, presence: since(week) }, HOUR).usual.level).toBeCloseTo(12, 9);
    expect(usualAt({ ...capped, presence: since(week - 2) }, HOUR).usual.level).toBeCloseTo(12, 9);
  });
});

describe('the hours that are kept', () => {
  const turned = (hours: { first: number; means: (number | null)[] }, index: number, buckets = 12) => {
    const fresh = freshState(0);
    return turnHour({ ...fresh, hours, hour: { index, sum: 5 * buckets, buckets } }, index + 1).hours;
  };

  it('take an hour in from four buckets on', () => {
    expect(turned({ first: 7, means: [1, 2] }, 9, 4)).toEqual({ first: 7, means: [1, 2, 5] });
    expect(turned({ first: 7, means: [1, 2] }, 9, 3)).toEqual({ first: 7, means: [1, 2, null] });
  });

  it('are not written over by an hour that comes again', () => {
    expect(turned({ first: 7, means: [1, 2] }, 8)).toEqual({ first: 7, means: [1, 2] });
  });

  it('begin anew after a hole as long as all of them, and not after one hour less', () => {
    expect(turned({ first: 7, means: [1] }, 8 + 1346)).toEqual({ first: 8 + 1346, means: [5] });
    const { first, means } = turned({ first: 7, means: [1] }, 8 + 1345);
    expect([first, means.length, means.at(-1)]).toEqual([8, 1346, 5]);
    expect(turned({ first: 7, means: [1] }, 8 + 1344).means[0]).toBe(1);
  });

  it('begin with the first hour that is seen, however long the service was there before', () => {
    expect(turned({ first: 7, means: [] }, 20)).toEqual({ first: 20, means: [5] });
  });

  it('change the yardstick of the hour that begins, and of no other', () => {
    const fresh = freshState(HOUR * 3_600_000);
    const known = { ...past(8 * WEEK + 1, () => 6), presence: fresh.presence };
    const state = { ...fresh, ...known, hours: { first: known.hours.first - 1, means: known.hours.means } };
    const next = turnHour({ ...state, hour: { index: HOUR - 1, sum: 72, buckets: 12 } }, HOUR);
    expect(next.levels).toEqual(state.levels.with(HOUR % WEEK, 6));
    expect(next.usual).toEqual({ level: 6, dispersion: 0.1 });
    expect(next.hour).toEqual({ index: HOUR, sum: 0, buckets: 0 });
    const young = {
      ...state,
      hours: { first: HOUR - 1, means: [] },
      hour: { index: HOUR - 1, sum: 72, buckets: 12 },
    };
    expect(turnHour(young, HOUR).levels).toEqual(state.levels);
    const forgotten = { ...young, levels: next.levels };
    expect(turnHour(forgotten, HOUR).levels).toEqual(next.levels);
  });

  it.each([
    [9.8, 9.75],
    [10.4, 10],
    [99.4, 99],
    [104, 100],
    [987, 990],
    [12_345, 12_000],
    [160_000, 160_000],
  ])('hold a mean of %f as %f', (mean, rounded) => {
    expect(roundedMean(mean)).toBe(rounded);
  });
});

describe('the people who are there', () => {
  it('are known from one a window on', () => {
    const since = (sum: number) => growthSince({ late: 7, weeks: [[3, sum, 2000]] }, 3);
    expect(since(2000)).toBe(12 / 6);
    expect(since(1999)).toBe(1);
    expect(growthSince({ late: 7, weeks: [[3, 0, 0]] }, 3)).toBe(1);
    expect(growthSince({ late: 7, weeks: [[3, 2000, 2000]] }, 4)).toBe(1);
    expect(growthSince({ late: null, weeks: [[3, 2000, 2000]] }, 3)).toBe(1);
  });

  it('are added up by weeks, to thousandths, and those of nine weeks ago are let go', () => {
    const weeks: [number, number, number][] = [
      [91, 1, 1],
      [92, 2, 1],
      [100, 3.5, 2],
    ];
    expect(learnPresence({ late: 10, weeks }, 100, 11.0006)).toEqual({
      late: 10.003,
      weeks: [
        [92, 2, 1],
        [100, 14.501, 3],
      ],
    });
  });
});
