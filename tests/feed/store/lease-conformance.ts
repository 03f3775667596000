import { describe, expect, it } from 'vitest';
import type { Lease } from '../../../feed/publish/lease.ts';

const NOW = Date.UTC(2026, 10, 24);

/** What every lease promises to the one who holds it. */
export const describeLease = (name: string, make: () => Promise<Lease>): void => {
  describe(`${name} as a lease`, () => {
    const fenceOf = async (lease: Lease, node: string, now = NOW): Promise<number> => {
      const held = await lease.hold(node, now);
      if (!held.ok || held.value === null) throw new Error(`${node} does not hold the lease`);
      return held.value;
    };

    it('gives the holder the same fence as long as it holds, and that fence stands', async () => {
      const lease = await make();
      const fence = await fenceOf(lease, 'a');
      expect(await fenceOf(lease, 'a', NOW + 5000)).toBe(fence);
      expect(await lease.stands(fence)).toEqual({ ok: true, value: true });
      expect(await lease.stands(fence - 1)).toEqual({ ok: true, value: false });
      expect(Number.isSafeInteger(fence)).toBe(true);
    });

    it('gives a higher fence after it was given back', async () => {
      const lease = await make();
      const first = await fenceOf(lease, 'a');
      await lease.release('a');
      const second = await fenceOf(lease, 'a');
      expect(second).toBeGreaterThan(first);
      expect(await lease.stands(first)).toEqual({ ok: true, value: false });
      expect(await lease.stands(second)).toEqual({ ok: true, value: true });
    });

    it('is not given back by one who does not hold it', async () => {
      const lease = await make();
      const fence = await fenceOf(lease, 'a');
      await lease.release('b');
      expect(await fenceOf(lease, 'a')).toBe(fence);
    });
  });
};
