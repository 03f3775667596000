import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../scripts/calibrate/random.ts';

const drawMany = <Value>(draw: () => Value, times = 20_000): Value[] => Array.from({ length: times }, draw);
const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

describe('seeded draws', () => {
  it('repeat for the same seeds and differ for others, also for neighbours', () => {
    const draws = (...seeds: number[]) => {
      const random = createRandom(...seeds);
      return drawMany(random.unit, 20);
    };
    expect(draws(1, 2)).toEqual(draws(1, 2));
    expect(draws(1, 2)).not.toEqual(draws(1, 3));
    expect(draws(1, 2)).not.toEqual(draws(2, 1));
    expect(draws(0)).not.toEqual(draws(0, 0));
  });

  it('are even from 0 to 1, from the very first number of each seed', () => {
    const firsts = Array.from({ length: 20_000 }, (_, seed) => createRandom(1, seed).unit());
    expect(mean(firsts)).toBeCloseTo(0.5, 1);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const share = firsts.filter((one) => Math.floor(one * 10) === tenth).length / firsts.length;
      expect(Math.abs(share - 0.1)).toBeLessThan(0.01);
    }
  });

  it('keep chances, weights, bounds and middles', () => {
    const random = createRandom(7);
    expect(mean(drawMany(() => (random.chance(0.3) ? 1 : 0)))).toBeCloseTo(0.3, 1);
    const weighted = drawMany(() => random.weighted({ rare: 1, often: 9, never: 0 }));
    expect(weighted.filter((key) => key === 'rare').length / weighted.length).toBeCloseTo(0.1, 1);
    expect(weighted).not.toContain('never');
    expect(new Set(drawMany(() => random.integer(2, 4)))).toEqual(new Set([2, 3, 4]));
    const around = drawMany(() => random.around(50, 2)).sort((a, b) => a - b);
    expect(around[10_000]).toBeGreaterThan(47);
    expect(around[10_000]).toBeLessThan(53);
    expect(mean(drawMany(() => random.waiting(8)))).toBeCloseTo(8, 0);
  });
});
