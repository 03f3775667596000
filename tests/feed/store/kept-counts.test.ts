import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BucketCount, CountStore } from '../../../feed/store/count-store.ts';
import { openKeptCounts, type KeptCounts } from '../../../feed/store/kept-counts.ts';
import { createMemoryStore } from '../../../feed/store/memory-store.ts';
import { mergeParts } from '../../../feed/store/merge-parts.ts';
import { valueOf } from './conformance.ts';
import { BUCKET, tally, tallies } from './tallies.ts';

const at = (bucket: number): number => bucket * 300_000;
let folder: string;
let path: string;
let now: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feed-kept-'));
  path = join(folder, 'counts.json');
  now = at(BUCKET);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (kept: KeptCounts = openKeptCounts(path), told: boolean[] = []): CountStore =>
  createMemoryStore({ now: () => now, random: randomBytes, kept, onKept: (done) => told.push(done) });
const complaints = async (store: CountStore, bucket = BUCKET): Promise<BucketCount[]> =>
  valueOf(await store.read([bucket])).filter(({ kind }) => kind === 'complaint');
const sum = (counts: readonly BucketCount[]): number =>
  counts.reduce((all, { networks }) => all + networks, 0);

describe('the numbers of the open buckets', () => {
  it('are there for the next process, which adds what it counts itself', async () => {
    const first = open();
    await first.add(tallies(30, (from) => ({ region: from < 20 ? 'FR' : 'BR' })));
    await first.close();
    const second = open();
    expect(await complaints(second)).toEqual([
      {
        service: 'facebook',
        kind: 'complaint',
        bucket: BUCKET,
        reports: 30,
        networks: 30,
        blocks: [30],
        regions: { FR: 20, BR: 10 },
      },
    ]);
    // It cannot know that these were there before: each network counts once in each of the two.
    await second.add(tallies(5));
    expect(sum(await complaints(second))).toBe(35);
  });

  it('add up over many starts, and never come to more than was counted', async () => {
    for (let start = 0; start < 12; start += 1) {
      const store = open();
      await store.add(Array.from({ length: 10 }, (_, index) => tally({ from: 1000 * start + index })));
      await store.close();
    }
    const counts = await complaints(open());
    expect(counts).toHaveLength(1);
    expect(counts[0]).toMatchObject({ networks: 120, reports: 120 });
  });

  it('are no address, no hash and no key: a network that the file could tell of is not in it', async () => {
    const store = open();
    const key = Buffer.from(valueOf(await store.hashKey(now)));
    const all = tallies(300);
    await store.add(all);
    await store.close();
    const text = await readFile(path, 'utf8');
    expect(text).toContain('"networks":300');
    expect(all.filter(({ network, block }) => text.includes(network) || text.includes(block))).toEqual([]);
    const numbers = new Set(text.match(/\d+/g)?.map(Number));
    expect(all.filter(({ network }) => numbers.has(Number.parseInt(network, 16)))).toEqual([]);
    expect(all.filter(({ block }) => numbers.has(Number.parseInt(block, 16)))).toEqual([]);
    expect(text.includes(key.toString('hex')) || text.includes(key.toString('base64'))).toBe(false);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('are erased when their bucket takes no more reports, also where nobody reports any more', async () => {
    const store = open();
    await store.add([tally(), tally({ bucket: BUCKET - 3 })]);
    await store.beat('a', now);
    now = at(BUCKET + 1);
    await store.beat('a', now);
    await store.add([tally({ bucket: BUCKET + 1 })]);
    await store.close();
    const buckets = async () => [
      ...new Set((await readFile(path, 'utf8')).match(/"bucket":\d+/g)?.map((text) => Number(text.slice(9)))),
    ];
    expect(await buckets()).toEqual([BUCKET, BUCKET + 1]);
    const later = open();
    now = at(BUCKET + 5);
    await later.beat('a', now);
    await later.close();
    expect(await buckets()).toEqual([]);
  });

  it('of another time are not taken up, and those of an hour ago are let go of', async () => {
    const first = open();
    await first.add([tally()]);
    await first.close();
    now = at(BUCKET - 1);
    expect(valueOf(await open().read([BUCKET]))).toEqual([]);
    now = at(BUCKET + 4);
    expect(valueOf(await open().read([BUCKET]))).toEqual([]);
    now = at(BUCKET + 3);
    const store = open();
    expect(await complaints(store)).toHaveLength(1);
    now = at(BUCKET + 12);
    expect(await complaints(store)).toHaveLength(0);
  });

  it.each([
    ['half a file', '{"format":"outage-or-hacked/counts@1","coun'],
    ['another format', '{"format":"outage-or-hacked/counts@2","counts":[]}'],
    [
      'a number that is none',
      '{"format":"outage-or-hacked/counts@1","counts":[{"service":"x","kind":"errors","bucket":1,"reports":-1,"networks":1e999,"blocks":[],"regions":{}}]}',
    ],
  ])('that are %s are said to be damaged, and begun anew', async (_what, text) => {
    await writeFile(path, text);
    const kept = openKeptCounts(path);
    expect([kept.damaged, kept.found]).toEqual([true, []]);
    const store = open(kept);
    await store.add(tallies(3));
    await store.close();
    expect(openKeptCounts(path)).toMatchObject({ damaged: false, found: [{}, {}] });
  });

  it('that are not there yet are nothing, and no damage', () => {
    expect(openKeptCounts(path)).toMatchObject({ damaged: false, found: [] });
  });

  it('that cannot be written are told, counted all the same, and kept when they can be again', async () => {
    const kept = openKeptCounts(path);
    let full = true;
    const told: boolean[] = [];
    const store = open({ ...kept, keep: async (counts) => !full && kept.keep(counts) }, told);
    await store.add(tallies(4));
    expect(sum(await complaints(store))).toBe(4);
    await vi.waitFor(() => expect(told).toContain(false));
    full = false;
    await store.beat('a', now);
    await store.close();
    expect(told.at(-1)).toBe(true);
    expect(sum(await complaints(open()))).toBe(4);
  });

  it('that no disk takes keep nobody waiting', async () => {
    const store = open({ found: [], damaged: false, keep: () => new Promise(() => undefined) });
    for (let flush = 0; flush < 50; flush += 1) {
      expect((await store.add([tally({ from: flush })])).ok).toBe(true);
      await store.beat('a', now);
    }
    expect(sum(await complaints(store))).toBe(50);
  });

  it('are a false answer, and no fault of the program, where the folder is gone', async () => {
    const kept = openKeptCounts(join(folder, 'gone', 'counts.json'));
    expect(kept.damaged).toBe(false);
    expect(await kept.keep([])).toBe(false);
    await chmod(folder, 0o700);
  });
});

describe('parts of one count', () => {
  const part = (networks: number, blocks: number[], regions: Record<string, number> = {}): BucketCount => ({
    service: 'x',
    kind: 'errors',
    bucket: BUCKET,
    reports: 2 * networks,
    networks,
    blocks,
    regions,
  });

  it('are put together as if their largest blocks were the same', () => {
    expect(mergeParts([part(9, [5, 3, 1], { FR: 9 }), part(7, [6, 1], { FR: 2, BR: 5 })])).toEqual([
      part(16, [11, 4, 1], { FR: 11, BR: 5 }),
    ]);
  });

  it('of different services, kinds and buckets stay apart', () => {
    const all = [
      part(1, [1]),
      { ...part(2, [2]), kind: 'presence' as const },
      { ...part(3, [3]), bucket: 1 },
    ];
    expect(mergeParts(all)).toEqual(all);
  });

  it('name 64 regions and blocks at most', () => {
    const many = (prefix: string): Record<string, number> =>
      Object.fromEntries(Array.from({ length: 64 }, (_, index) => [`${prefix}${index}`, index + 1]));
    const blocks = Array.from({ length: 64 }, () => 1);
    const [merged] = mergeParts([part(64, blocks, many('A')), part(64, blocks, many('B'))]);
    expect(merged?.blocks).toHaveLength(64);
    expect(Object.keys(merged?.regions ?? {})).toHaveLength(64);
    expect(merged?.regions['A0']).toBeUndefined();
  });
});
