import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cappedNetworks } from '../../../feed/crowd/block-cap.ts';

const of = (...blocks: number[]) => ({ networks: blocks.reduce((sum, size) => sum + size, 0), blocks });

describe('the cap on blocks', () => {
  it('leaves a crowd alone in which no block has more than a fifth', () => {
    expect(cappedNetworks(of(2, 2, 2, 2, 2))).toBe(10);
    expect(cappedNetworks(of(1, 1, 1, 1, 1, 1, 1, 1))).toBe(8);
  });

  it('lets one flooded block add a quarter to what all others say, and no more', () => {
    expect(cappedNetworks(of(256, ...Array<number>(40).fill(1)))).toBeCloseTo(50, 9);
    expect(cappedNetworks(of(1e6, ...Array<number>(40).fill(1)))).toBeCloseTo(50, 9);
  });

  it('counts blocks where fewer than five networks would be left', () => {
    expect(cappedNetworks(of(256))).toBe(1);
    expect(cappedNetworks(of(256, 1))).toBe(2);
    expect(cappedNetworks(of(9, 9, 9, 9))).toBe(4);
    expect(cappedNetworks(of())).toBe(0);
  });

  it('counts networks whose block is too small to be listed', () => {
    expect(cappedNetworks({ networks: 5000, blocks: Array<number>(64).fill(10) })).toBe(5000);
    expect(cappedNetworks({ networks: 300, blocks: [200] })).toBeCloseTo(125, 9);
  });

  it('takes the list of blocks for true where an estimate of the whole is lower', () => {
    expect(cappedNetworks({ networks: 90, blocks: Array<number>(10).fill(10) })).toBe(100);
  });

  const blocks = fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 64 });

  it('makes no block worth more than a fifth, or one network, and nothing of nothing', () => {
    fc.assert(
      fc.property(blocks, (sizes) => {
        const total = cappedNetworks(of(...sizes));
        const worth = (size: number): number => Math.min(size, Math.max(1, total / 5));
        const sum = sizes.reduce((all, size) => all + worth(size), 0);
        expect(total).toBeCloseTo(sum, 6);
        expect(total).toBeLessThanOrEqual(sizes.reduce((all, size) => all + size, 0));
      }),
    );
  });

  it('never falls when a network is added, in whatever block', () => {
    fc.assert(
      fc.property(blocks, fc.nat(), (sizes, where) => {
        const before = cappedNetworks(of(...sizes));
        const more = sizes.map((size, index) => (index === where % sizes.length ? size + 1 : size));
        expect(cappedNetworks(of(...more))).toBeGreaterThanOrEqual(before - 1e-9);
        expect(cappedNetworks(of(...sizes, 1))).toBeGreaterThanOrEqual(before - 1e-9);
      }),
    );
  });
});
