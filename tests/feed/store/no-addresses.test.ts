import { createClient } from '@redis/client';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { observeMinute } from '../../../feed/crowd/observe-minute.ts';
import { createIngest } from '../../../feed/reports/ingest.ts';
import type { BucketCount } from '../../../feed/store/count-store.ts';
import { decideEntry } from '../../../feed/status/decide-entry.ts';
import { openHistory } from '../../../feed/store/history.ts';
import { connectRedisStore } from '../../../feed/store/redis-store.ts';
import { bucketOf } from '../../../lib/model/report.ts';
import { valueOf } from './conformance.ts';
import { startRedis } from './start-redis.ts';

const AT = Date.UTC(2024, 2, 5, 15, 2);
const BUCKET = bucketOf(AT);

const IPV4 = Array.from({ length: 300 }, (_, index) => [203, 10 + (index >> 6), 100 + (index & 63), 77]);
const IPV6 = Array.from({ length: 300 }, (_, index) => [0x2a01, 0xcb00 + (index >> 6), 0x8d00 + index]);
const addresses = [
  ...IPV4.map((bytes) => bytes.join('.')),
  ...IPV6.map((groups) => `${groups.map((group) => group.toString(16)).join(':')}::77`),
];

/** Every way in which a network could stand written: as text, in hex, as bytes. */
const traces = [
  ...IPV4.flatMap((bytes) => [
    bytes.slice(0, 3).join('.'),
    Buffer.from(bytes).toString('hex'),
    Buffer.from(bytes).toString('latin1'),
  ]),
  ...IPV6.flatMap((groups) => [
    groups.map((group) => group.toString(16)).join(':'),
    groups.map((group) => group.toString(16)).join(''),
    String.fromCharCode(...groups.flatMap((group) => [group >> 8, group & 255])),
  ]),
];
const found = (content: string): string[] => traces.filter((trace) => content.includes(trace));

/** Keys that are the same in each run, so that no chance can put an address into a hash. */
const seeded = (size: number): Uint8Array => createHash('sha256').update('a seed').digest().subarray(0, size);

const filledStore = async (url: string) => {
  const store = await connectRedisStore(url, { random: seeded });
  const ingest = createIngest({ store, now: () => AT, random: () => 0.5, rate: () => 1 });
  await ingest.ready;
  for (const kind of ['forced-logout', 'sign-in-rejected'])
    for (const address of addresses)
      ingest.accept(
        Buffer.from(JSON.stringify({ v: 1, service: 'facebook', kind, bucket: BUCKET })),
        address,
        'FR',
      );
  await ingest.flush();
  await store.lease.hold('a', AT);
  expect(ingest.counters().accepted).toBe(2 * addresses.length);
  return store;
};

/** All that Redis holds: names of keys, the raw form of each value, and what reading it gives. */
const everythingIn = async (url: string): Promise<string> => {
  const client = createClient({ url, RESP: 2 });
  await client.connect();
  const raw = client.withTypeMapping({ 36: Buffer });
  const parts: string[] = [];
  for (const key of await client.sendCommand<string[]>(['KEYS', '*'])) {
    const type = await client.sendCommand<string>(['TYPE', key]);
    const reading = {
      string: ['GET', key],
      hash: ['HGETALL', key],
      zset: ['ZRANGE', key, '0', '-1', 'WITHSCORES'],
    };
    const words = reading[type as keyof typeof reading];
    for (const command of [['DUMP', key], words])
      parts.push(
        key,
        String(
          [await raw.sendCommand<Buffer | Buffer[]>(command)].flat().map((part) => part.toString('latin1')),
        ),
      );
  }
  client.destroy();
  return parts.join('\n');
};

const everythingUnder = async (folder: string): Promise<string> => {
  const names = await readdir(folder);
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')))).join('\n');
};

describe('what is kept of 600 networks that reported', () => {
  it('would be found if it were there', () => {
    expect(traces.filter((trace) => found(`"${trace}"`).length === 0)).toEqual([]);
  });

  it('is no address and no prefix, neither in Redis nor in the database', async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.end());
    const folder = await mkdtemp(join(tmpdir(), 'feed-private-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const store = await filledStore(redis.url);
    const counts: readonly BucketCount[] = valueOf(await store.read([BUCKET]));
    expect(counts.map(({ networks }) => networks)).toEqual([600, 600, 600]);

    const inRedis = await everythingIn(redis.url);
    expect(inRedis).toContain('forced-logout');
    expect(found(inRedis)).toEqual([]);

    const history = openHistory(join(folder, 'feed.sqlite'));
    const settings = { rate: 1, presenceRate: 0.01, maxDelaySeconds: 180 };
    const { state, reading } = observeMinute(null, counts, AT, settings);
    history.saveCrowdStates(new Map([['facebook', state]]), AT);
    history.appendEntry(
      'facebook',
      AT,
      decideEntry({ official: null, probes: null, crowd: reading }, null, AT),
    );
    history.saveSequence(1);
    const inDatabase = await everythingUnder(folder);
    history.close();
    expect(inDatabase).toContain('"windowSeconds"');
    expect(found(inDatabase)).toEqual([]);
    // Nor one of the hashes: the database has only sums.
    const names = [...inRedis.matchAll(/\b[0-9a-f]{12}(?=[0-9a-f]{8}FR)/g)].map(([name]) => name);
    expect(new Set(names).size).toBe(600);
    expect(names.filter((name) => inDatabase.includes(name))).toEqual([]);

    await store.close();
  });
});
