import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../feed/store/memory-store.ts';
import { describeCountStore, valueOf } from './conformance.ts';
import { BUCKET, tally, tallies } from './tallies.ts';

describeCountStore('memory', async () => {
  const store = createMemoryStore({ now: () => BUCKET * 300_000, random: randomBytes });
  return { nodes: [store, store], end: () => store.close() };
});

describe('the memory of one machine', () => {
  const at = (bucket: number): number => bucket * 300_000;

  it('lets a bucket go when an hour has passed, not before', async () => {
    let now = at(BUCKET);
    const store = createMemoryStore({ now: () => now, random: randomBytes });
    await store.add([tally()]);
    now = at(BUCKET + 12) - 1;
    expect(valueOf(await store.read([BUCKET]))).toHaveLength(2);
    now = at(BUCKET + 12);
    expect(valueOf(await store.read([BUCKET]))).toEqual([]);
  });

  it('keeps of a bucket that no report can reach any more the sums alone', async () => {
    let now = at(BUCKET);
    const store = createMemoryStore({ now: () => now, random: randomBytes });
    await store.add(tallies(300));
    const before = valueOf(await store.read([BUCKET]));
    now = at(BUCKET + 4);
    await store.add([tally({ from: 1000 })]);
    now = at(BUCKET + 5);
    await store.add([tally({ from: 2000 })]);
    const after = valueOf(await store.read([BUCKET]));
    expect(before[0]?.networks).toBe(300);
    expect(after[0]?.networks).toBe(301);
  });

  it('keeps the keys of two hours and not one more', async () => {
    const store = createMemoryStore({ now: () => 0, random: randomBytes });
    const [first, second] = [valueOf(await store.hashKey(0)), valueOf(await store.hashKey(3_600_000))];
    expect(valueOf(await store.hashKey(0))).toBe(first);
    await store.hashKey(7_200_000);
    expect(valueOf(await store.hashKey(3_600_000))).toBe(second);
    expect(valueOf(await store.hashKey(0))).not.toEqual(first);
  });
});
