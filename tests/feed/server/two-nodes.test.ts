import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { layoutOf } from '../../../feed/keys/layout.ts';
import { openKeys } from '../../../feed/start/open-keys.ts';
import { startObjectStore } from '../publish/fake-object-store.ts';
import { startRedis, type TestRedis } from '../store/start-redis.ts';
import { eventually } from './eventually.ts';
import {
  afterTest,
  keepForAllTests,
  readerOf,
  reportFromMany,
  startTestFeed,
  temporaryFolder,
  testClock,
  type TestClock,
  type TestFeed,
} from './test-feed.ts';

const LEASE_TIME = 400;
const ENV = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' };
let redis: TestRedis;
let store: Awaited<ReturnType<typeof startObjectStore>>;
let clock: TestClock;
let nodes: [TestFeed, TestFeed];

beforeAll(async () => {
  redis = await startRedis();
  afterTest(() => redis.end());
  keepForAllTests();
});

/** Two machines with the same keys, one Redis and one object store. */
beforeEach(async () => {
  store = await startObjectStore();
  clock = testClock();
  const folder = await temporaryFolder();
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  await openKeys(layoutOf(one), 'all', clock.now());
  await openKeys(layoutOf(two), 'all', clock.now());
  await rm(join(two, 'keys'), { recursive: true });
  await cp(join(one, 'keys'), join(two, 'keys'), { recursive: true });
  const start = (data: string) =>
    startTestFeed(
      { data, redis: redis.url, objectStore: store.base },
      { clock, env: ENV, leaseTime: LEASE_TIME },
    );
  nodes = [await start(one), await start(two)];
});

const published = (): { sequence: number; facebook: string } | null => {
  const file = store.objects.get('/bucket/v1/feed.json');
  if (!file) return null;
  const { payload } = JSON.parse(file.bytes.toString());
  const { sequence, services } = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return { sequence, facebook: services.facebook.status };
};
/** Both nodes do their seconds; tells every sequence that could be seen. */
const together = async (seconds: number): Promise<number[]> => {
  const seen: number[] = [];
  for (let second = 0; second < seconds; second += 1) {
    clock.forward(1_000);
    await Promise.all(nodes.map((node) => node.tick()));
    const now = published();
    if (now && now.sequence !== seen.at(-1)) seen.push(now.sequence);
  }
  return seen;
};
const puts = (): number => store.state.asked.filter((line) => line === 'PUT /bucket/v1/feed.json').length;
const isRising = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));

test('of two publishers one signs, and both serve what it signed', async () => {
  await together(8);
  expect(puts()).toBe(1);
  const [one, two] = await Promise.all(
    nodes.map(async ({ base }) => (await fetch(`${base}/v1/feed.json`)).headers.get('etag')),
  );
  expect(one).toBe(two);
  for (const node of nodes) expect((await (await readerOf(node)).refresh('event')).state).toBe('verified');
});

test('the keys lie beside the feed in the object store', async () => {
  expect(store.objects.get('/bucket/v1/keys.json')?.type).toBe('application/jose+json');
});

test('reports that came to either of two nodes count together', async () => {
  await together(2);
  await reportFromMany(nodes[0], 'forced-logout', 60);
  await reportFromMany(nodes[1], 'forced-logout', 60, 60);
  await reportFromMany(nodes[1], 'forced-logout', 20);
  await together(130);
  const reader = await readerOf(nodes[0]);
  const entry = (await reader.refresh('event')).payload?.services.facebook;
  expect(entry?.status).toBe('degraded');
  expect(entry?.reports?.reporters).toBeGreaterThanOrEqual(100);
  expect(entry?.reports?.reporters).toBeLessThanOrEqual(120);
});

test('the holder falls silent: the other goes on above its sequence, and the first does not come back between', async () => {
  const before = await together(2);
  const [first, second] = nodes;
  const holderIsFirst = (await (await fetch(`${first.base}/metrics`)).text()).includes('outcome="published"');
  const [holder, other] = holderIsFirst ? [first, second] : [second, first];
  clock.forward(61_000);
  await other.tick();
  expect(published()?.sequence).toBe(before.at(-1));
  await eventually(async () => {
    await other.tick();
    return published()?.sequence === before.at(-1) ? null : true;
  });
  const taken = published()?.sequence ?? 0;
  expect(taken).toBeGreaterThan(before.at(-1) ?? Infinity);
  await holder.tick();
  expect(published()?.sequence).toBe(taken);
});

test('Redis is emptied again and again: one signer at a time, and the sequence never falls', async () => {
  const { createClient } = await import('@redis/client');
  const client = await createClient({ url: redis.url }).connect();
  const seen = await together(3);
  for (let round = 0; round < 4; round += 1) {
    await client.flushAll();
    seen.push(...(await together(61)));
  }
  client.destroy();
  expect(isRising([...new Set(seen)])).toBe(true);
  expect(new Set(seen).size).toBeGreaterThanOrEqual(5);
});

test('Redis is gone: nobody signs, what was signed is still served, and all goes on when it is back', async () => {
  await together(3);
  const before = published()?.sequence;
  await redis.kill();
  await together(65);
  expect(published()?.sequence).toBe(before);
  expect((await fetch(`${nodes[0].base}/v1/feed.json`)).status).toBe(200);
  expect((await fetch(`${nodes[0].base}/healthz`)).status).toBe(200);
  await redis.start();
  await eventually(async () => {
    await together(1);
    return published()?.sequence === before ? null : true;
  });
  expect(published()?.sequence).toBeGreaterThan(before ?? Infinity);
});

test('an object store that cannot be reached loses nothing: the next feed goes there when it can', async () => {
  await together(3);
  const before = published()?.sequence ?? Infinity;
  store.state.fault = 'error';
  await together(65);
  expect(published()?.sequence).toBe(before);
  store.state.fault = 'none';
  await together(2);
  expect(published()?.sequence).toBeGreaterThan(before);
});
