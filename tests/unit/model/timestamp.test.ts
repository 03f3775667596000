import { describe, expect, it } from 'vitest';
import { feedTime, timestamp, toMillis, toTimestamp } from '../../../lib/model/timestamp.ts';

const fits = (text: unknown): boolean => timestamp.safeParse(text).success;

describe('a timestamp of the log', () => {
  it('is ISO 8601 in UTC with exactly three decimals', () => {
    expect(fits('2024-03-05T15:02:00.000Z')).toBe(true);
    for (const text of [
      '2024-03-05T15:02:00Z',
      '2024-03-05T15:02:00.000+01:00',
      '2024-03-05 15:02:00.000Z',
      '',
      0,
      null,
    ])
      expect(fits(text)).toBe(false);
  });

  it('names a moment that exists', () => {
    expect(fits('2024-02-29T00:00:00.000Z')).toBe(true);
    for (const text of [
      '2025-02-29T00:00:00.000Z',
      '2024-02-30T00:00:00.000Z',
      '2024-13-01T00:00:00.000Z',
      '2024-01-01T25:00:00.000Z',
    ])
      expect(fits(text)).toBe(false);
  });

  it('comes back as it went in', () => {
    const text = '2024-03-05T15:02:00.123Z';
    expect(toTimestamp(toMillis(text))).toBe(text);
  });
});

describe('a time of the feed', () => {
  it('may leave out the fraction or have a longer one', () => {
    expect(feedTime.safeParse('2024-03-05T15:02:00Z').success).toBe(true);
    expect(feedTime.safeParse('2024-03-05T15:02:00.123456Z').success).toBe(true);
    expect(feedTime.safeParse('2024-02-30T15:02:00Z').success).toBe(false);
  });
});
