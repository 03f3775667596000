import { expect, test } from 'vitest';
import { bucketsNeeded } from '../../../feed/crowd/buckets-needed.ts';
import type { CrowdState } from '../../../feed/crowd/crowd-state.ts';
import { observeMinute } from '../../../feed/crowd/observe-minute.ts';
import { watchCrowd } from '../../../feed/publish/watch-crowd.ts';
import { createMemoryStore } from '../../../feed/store/memory-store.ts';
import type { CountStore } from '../../../feed/store/count-store.ts';
import { BUCKET, tallies, tally } from '../store/tallies.ts';

const AT = BUCKET * 300_000 + 100_000;
const SETTINGS = { rate: 1, presenceRate: 0.01, maxDelaySeconds: 180 };

const watching = (changes: Partial<CountStore> = {}) => {
  const store = createMemoryStore({ now: () => AT, random: (size) => new Uint8Array(size) });
  const kept: number[] = [];
  const crowd = watchCrowd<CrowdState>({
    services: ['facebook', 'x'],
    store: { ...store, ...changes },
    detector: { bucketsNeeded, observeMinute },
    kept: () => null,
    keep: (_states, at) => kept.push(at),
  });
  return { store, crowd, kept };
};

test('the load is that of the reports of the last two buckets, each told once whatever it is counted as', async () => {
  const { store, crowd } = watching();
  await store.beat('a', AT);
  await store.add([
    ...tallies(300, (from) => ({ kind: from % 2 ? 'errors' : 'presence' })),
    ...tallies(100, () => ({ service: 'x', bucket: BUCKET - 1 })),
    tally({ bucket: BUCKET - 2 }),
  ]);
  expect(await crowd.observe(AT, SETTINGS)).toBe(true);
  expect(crowd.load(null)).toBeCloseTo(400 / 400, 9);
  // What this node receives may be more: most of it is dropped unread.
  expect(crowd.load(70)).toBe(70);
});

test('each service is read by itself, and what is to be remembered is kept', async () => {
  const { store, crowd, kept } = watching();
  await store.beat('a', AT);
  await store.add(tallies(40, (from) => ({ service: 'x', block: from })));
  await crowd.observe(AT, SETTINGS);
  expect([crowd.reading('facebook', AT)?.networks, crowd.reading('x', AT)?.networks]).toEqual([0, 40]);
  expect(crowd.reading('threads', AT)).toBeNull();
  expect(kept).toEqual([AT]);
});

test.each([
  ['nobody counts', {}],
  ['the store is out of reach', { read: async () => ({ ok: false, fault: 'unreachable' }) as const }],
])('when %s nothing is known of the crowd, and nothing is learned', async (why, changes) => {
  const { store, crowd, kept } = watching(changes);
  if (why !== 'nobody counts') await store.beat('a', AT);
  expect(await crowd.observe(AT, SETTINGS)).toBe(false);
  expect(crowd.reading('facebook', AT)).toBeNull();
  expect([crowd.load(null), kept]).toEqual([null, []]);
});

test('a reading holds for two minutes and a half', async () => {
  const { store, crowd } = watching();
  await store.beat('a', AT);
  await crowd.observe(AT, SETTINGS);
  expect(crowd.reading('x', AT + 150_000)).not.toBeNull();
  expect(crowd.reading('x', AT + 150_001)).toBeNull();
});
