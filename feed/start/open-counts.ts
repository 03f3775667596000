import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Layout } from '../keys/layout.ts';
import { leaseOfOne } from '../publish/lease-of-one.ts';
import type { Lease } from '../publish/lease.ts';
import type { CountStore } from '../store/count-store.ts';
import { draftOf, openKeptCounts } from '../store/kept-counts.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { connectRedisStore } from '../store/redis-store.ts';
import { StartRefused } from './refusal.ts';
import type { SayChanges } from './say-changes.ts';

export interface Counts {
  readonly store: CountStore;
  readonly lease: Lease;
}

const random = (length: number): Uint8Array => randomBytes(length);

const countsOfThisMachine = (now: () => number, layout: Layout, say: SayChanges): Counts => {
  const kept = openKeptCounts(layout.counts);
  if (kept.damaged) say('kept counts', 'could not be read, and are begun anew', true);
  const onKept = (done: boolean): void => say('keeping counts', done ? 'kept' : 'cannot be written', !done);
  return { store: createMemoryStore({ now, random, kept, onKept }), lease: leaseOfOne() };
};

/** The counts of this machine alone, or those that many share. @throws StartRefused when the address does not fit */
export const openCounts = async (
  redis: string | null,
  now: () => number,
  layout: Layout,
  say: SayChanges,
  leaseTime: number | undefined,
): Promise<Counts> => {
  if (redis === null) return countsOfThisMachine(now, layout, say);
  // What this machine counted when it was alone is no part of what many count.
  for (const path of [layout.counts, draftOf(layout.counts)]) await rm(path, { force: true });
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
