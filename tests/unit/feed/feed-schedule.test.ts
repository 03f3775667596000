import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterFailure,
  afterSuccess,
  failureWait,
  mayAskAt,
  parseRetryAfter,
  UNASKED,
  whenAsked,
} from '../../../lib/feed/feed-schedule.ts';
import { MINUTE, NOW, SECOND } from './signing-kit.ts';

const HOUR = 60 * MINUTE;
const NEXT = { minWaitSeconds: 300, jitterSeconds: 120 };

describe('when the feed may be asked', () => {
  it('is at once the first time', () => {
    expect(mayAskAt(UNASKED, 'routine', NOW)).toBe(NOW);
    expect(mayAskAt(UNASKED, 'event', NOW)).toBe(NOW);
  });

  it('is asked for events at most once a minute, whatever came of the last one', () => {
    const asked = whenAsked(UNASKED, 'event', NOW);
    const good = afterSuccess(asked, NEXT, NOW, 0.5);
    const bad = afterFailure({ ...asked, failures: 9 }, 0, NOW, 0.5);
    for (const schedule of [asked, good, bad])
      expect(mayAskAt(schedule, 'event', NOW + SECOND)).toBe(NOW + MINUTE);
  });

  it('is asked at once when something happens just after a routine look', () => {
    const looked = afterSuccess(whenAsked(UNASKED, 'routine', NOW), NEXT, NOW, 0.5);
    expect(mayAskAt(looked, 'event', NOW + SECOND)).toBe(NOW + SECOND);
    expect(mayAskAt(whenAsked(looked, 'event', NOW + SECOND), 'event', NOW + 2 * SECOND)).toBe(
      NOW + SECOND + MINUTE,
    );
  });

  it("is after the feed's own wait and jitter for a routine", () => {
    expect(mayAskAt(afterSuccess(UNASKED, NEXT, NOW, 0), 'routine', NOW)).toBe(NOW + 300 * SECOND);
    expect(mayAskAt(afterSuccess(UNASKED, NEXT, NOW, 0.5), 'routine', NOW)).toBe(NOW + 360 * SECOND);
  });

  it('is never sooner than a minute, nor put off for more than an hour, by what the feed says', () => {
    const hasty = afterSuccess(UNASKED, { minWaitSeconds: 0, jitterSeconds: 0 }, NOW, 0);
    expect(mayAskAt(hasty, 'routine', NOW)).toBe(NOW + MINUTE);
    const slow = afterSuccess(UNASKED, { minWaitSeconds: 1e9, jitterSeconds: 1e9 }, NOW, 0.9);
    expect(mayAskAt(slow, 'routine', NOW)).toBe(NOW + HOUR);
  });

  it('backs off as failures go on, and starts anew after a success', () => {
    let schedule = UNASKED;
    const waits = [0, 1, 2, 3, 4, 5, 6, 7].map(() => {
      schedule = afterFailure(schedule, 0, NOW, 0);
      return (mayAskAt(schedule, 'routine', NOW) - NOW) / MINUTE;
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(afterFailure(afterSuccess(UNASKED, NEXT, NOW, 0), 0, NOW, 0).failures).toBe(1);
  });

  it("obeys the server's Retry-After, for events too, up to a day", () => {
    const told = afterFailure(UNASKED, 600, NOW, 0);
    expect(mayAskAt(told, 'event', NOW + MINUTE)).toBe(NOW + 600 * SECOND);
    expect(mayAskAt(told, 'routine', NOW + MINUTE)).toBe(NOW + 600 * SECOND);
    const silenced = afterFailure(UNASKED, 999_999_999, NOW, 0);
    expect(mayAskAt(silenced, 'event', NOW)).toBe(NOW + 24 * HOUR);
  });

  it('does not hang on a clock that has been set back', () => {
    const ahead = afterFailure({ ...UNASKED, failures: 9 }, 86_400, NOW + 24 * HOUR, 0);
    expect(mayAskAt(ahead, 'event', NOW)).toBe(NOW);
    expect(mayAskAt(ahead, 'routine', NOW)).toBe(NOW);
  });
});

describe('the wait after failures', () => {
  it('lies between the power of two and its double, and is an hour at most', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (n, random) => {
          const wait = failureWait(n, random);
          expect(wait).toBe(Math.min(2 ** (n - 1) * MINUTE * (1 + random), HOUR));
          expect(wait).toBeGreaterThanOrEqual(MINUTE);
          expect(wait).toBeLessThanOrEqual(HOUR);
        },
      ),
    );
  });
});

describe('Retry-After', () => {
  it.each([
    ['120', 120],
    [' 5 ', 5],
    ['0', 0],
    ['Tue, 05 Mar 2024 15:21:30 GMT', 90],
    ['Tue, 05 Mar 2024 15:00:00 GMT', 0],
    ['-5', null],
    ['1e9', null],
    ['9999999999', null],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%j asks for %s seconds', (header, seconds) => {
    expect(parseRetryAfter(header, NOW)).toBe(seconds);
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const seconds = parseRetryAfter(header, NOW);
        expect(seconds === null || seconds >= 0).toBe(true);
      }),
    );
  });
});
