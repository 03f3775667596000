import type { Lease } from './lease.ts';

/** The lease of a machine that is alone: whoever asks gets it, and the fence rises at each taking. */
export const leaseOfOne = (): Lease => {
  let holder: string | null = null;
  let fence = 0;
  return {
    async hold(node, now) {
      if (holder !== node) fence = Math.max(fence + 1, Math.floor(now));
      holder = node;
      return { ok: true, value: fence };
    },
    stands: async (asked) => ({ ok: true, value: holder !== null && asked === fence }),
    async release(node) {
      if (holder === node) holder = null;
    },
  };
};
