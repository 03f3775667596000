import { describe, expect, it } from 'vitest';
import { drawCurve } from '../../../feed/crowd/curve.ts';
import { nextCusum } from '../../../feed/crowd/cusum.ts';
import { countOf } from './count-of.ts';

const WINDOW = 2_833_000;
const AT = WINDOW * 600_000;
const counts = (window: number, first: number, second = 0) => [
  countOf('errors', 2 * window, first),
  countOf('errors', 2 * window + 1, second),
];

describe('the curve of ten-minute windows', () => {
  it('counts the window under way anew with each look, and the one before with it', () => {
    const seen = [...counts(WINDOW - 1, 8, 3), ...counts(WINDOW, 7)];
    const curve = { last: WINDOW, values: [5, 6, 2, 1] };
    expect(drawCurve(curve, seen, AT)).toEqual({ last: WINDOW, values: [5, 6, 11, 7] });
  });

  it('goes on with a window that has begun since', () => {
    const seen = [...counts(WINDOW - 1, 8, 3), ...counts(WINDOW, 7)];
    expect(drawCurve({ last: WINDOW - 1, values: [5, 6] }, seen, AT)).toEqual({
      last: WINDOW,
      values: [5, 11, 7],
    });
  });

  it('has one value while it is in the window in which it began', () => {
    const seen = [...counts(WINDOW - 1, 8), ...counts(WINDOW, 7)];
    expect(drawCurve({ last: WINDOW, values: [3] }, seen, AT).values).toEqual([7]);
    expect(drawCurve({ last: WINDOW - 1, values: [3] }, seen, AT).values).toEqual([8, 7]);
  });

  it('begins anew where a whole window was not seen, and where there is none', () => {
    const seen = [...counts(WINDOW - 1, 8), ...counts(WINDOW, 7)];
    expect(drawCurve({ last: WINDOW - 2, values: [5, 6] }, seen, AT).values).toEqual([7]);
    expect(drawCurve({ last: WINDOW, values: [] }, seen, AT).values).toEqual([7]);
  });

  it('holds 36 windows, the oldest goes first', () => {
    const values = Array.from({ length: 36 }, (_, index) => 100 + index);
    const next = drawCurve({ last: WINDOW - 1, values }, counts(WINDOW, 7), AT).values;
    expect(next).toHaveLength(36);
    expect(next.slice(0, 2)).toEqual([101, 102]);
    expect(next.slice(-3)).toEqual([134, 0, 7]);
  });

  it('is of whole networks, though the cap leaves parts of them', () => {
    const flood = countOf('errors', 2 * WINDOW, 266, { blocks: [256, ...Array<number>(11).fill(1)] });
    // Eleven others and a quarter of them: 13.75.
    expect(drawCurve({ last: WINDOW, values: [] }, [flood], AT).values).toEqual([14]);
  });
});

describe('the sum of small excesses', () => {
  const usual = { level: 9, dispersion: 0.1 };
  const swing = Math.sqrt(9 + 0.1 * 81);

  it('adds the distance from the usual in standard deviations of the negative binomial, less three quarters', () => {
    expect(nextCusum(0, 14, usual)).toBeCloseTo(5 / swing - 0.75, 3);
    expect(nextCusum(5, 4, usual)).toBeCloseTo(5 - 5 / swing - 0.75, 3);
    expect(nextCusum(2, 20, { level: 16, dispersion: 0 })).toBe(2 + 1 - 0.75);
  });

  it('is kept to thousandths, and is never below nothing', () => {
    expect(nextCusum(0, 14, usual)).toBe(0.459);
    expect(nextCusum(0.5, 0, usual)).toBe(0);
  });

  it('lets a window of four deviations and one of a thousand count alike, and stops at sixteen', () => {
    expect(nextCusum(1, 16 + 16, { level: 16, dispersion: 0 })).toBe(4.25);
    expect(nextCusum(1, 9999, { level: 16, dispersion: 0 })).toBe(4.25);
    expect(nextCusum(14, 9999, { level: 16, dispersion: 0 })).toBe(16);
  });
});
