import { randomBytes } from 'node:crypto';
import { leaseOfOne } from '../publish/lease-of-one.ts';
import type { Lease } from '../publish/lease.ts';
import type { CountStore } from '../store/count-store.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { connectRedisStore } from '../store/redis-store.ts';
import { StartRefused } from './refusal.ts';

export interface Counts {
  readonly store: CountStore;
  readonly lease: Lease;
}

/** The counts of this machine alone, or those that many share. @throws StartRefused when the address does not fit */
export const openCounts = async (
  redis: string | null,
  now: () => number,
  leaseTime: number | undefined,
): Promise<Counts> => {
  const random = (length: number): Uint8Array => randomBytes(length);
  if (redis === null) return { store: createMemoryStore({ now, random }), lease: leaseOfOne() };
  try {
    const store = await connectRedisStore(
      redis,
      leaseTime === undefined ? { random } : { random, leaseTime },
    );
    return { store, lease: store.lease };
  } catch (error) {
    throw new StartRefused(`--redis: ${error instanceof Error ? error.message : 'not understood'}`);
  }
};
