import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIngest } from '../../../feed/reports/ingest.ts';
import { createMemoryStore } from '../../../feed/store/memory-store.ts';
import { bucketOf } from '../../../lib/model/report.ts';
import { putLoad } from '../../../scripts/bench/feed-load/load.ts';
import { noSources, startFeedProcess, type FeedProcess } from '../server/feed-process.ts';
import { addressIn, keepForAllTests, START, temporaryFolder, testClock } from '../server/test-feed.ts';

let feed: FeedProcess;
beforeAll(async () => {
  const data = join(await temporaryFolder(), 'data');
  feed = await startFeedProcess(
    '--port',
    '0',
    '--data',
    data,
    '--sources',
    await noSources(),
    '--trust-proxy',
  );
  keepForAllTests();
});
afterAll(async () => void (await feed.end('SIGKILL')));

const metric = (text: string, name: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')[1],
  );

test('flooded with more than it can take, the server stays up, answers 204 to all of it, and serves the feed meanwhile', async () => {
  const flood = putLoad({
    url: `${feed.base}/v1/reports`,
    duration: 4,
    connections: 100,
    pipelining: 20,
    networks: 200,
  });
  let done = false;
  void flood.finally(() => (done = true));
  const waits: number[] = [];
  while (!done) {
    const began = performance.now();
    const answers = await Promise.all(
      ['/v1/feed.json', '/healthz', '/'].map((path) => fetch(`${feed.base}${path}`)),
    );
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    waits.push(performance.now() - began);
  }
  const { statuses, total } = await flood;
  expect(Object.keys(statuses)).toEqual(['204']);
  expect(total).toBeGreaterThan(1_000);
  expect(Math.max(...waits)).toBeLessThan(10_000);
  const text = await (await fetch(`${feed.base}/metrics`)).text();
  expect(metric(text, 'oh_feed_age_seconds')).toBeLessThan(75);
  expect(metric(text, 'oh_feed_reports{fate="received"}')).toBeGreaterThanOrEqual(total);
  expect(metric(text, 'process_resident_memory_bytes')).toBeLessThan(400e6);
}, 60_000);

test('at five times its capacity it keeps about as many as it can take, in true shares, and holds no more than that', async () => {
  const clock = testClock();
  let state = 1;
  const random = (): number => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  const store = createMemoryStore({ now: clock.now, random: (size) => new Uint8Array(size).fill(7) });
  const capacity = 1_000;
  const ingest = createIngest({ store, now: clock.now, random, rate: () => 1, capacity });
  await ingest.ready;
  const body = (kind: string) =>
    new TextEncoder().encode(JSON.stringify({ v: 1, service: 'facebook', kind, bucket: bucketOf(START) }));
  const [logout, errors] = [body('forced-logout'), body('errors')];
  const SECONDS = 20;
  for (let second = 0; second < SECONDS; second += 1) {
    clock.forward(1_000);
    for (let index = 0; index < 5 * capacity; index += 1)
      ingest.accept(index % 4 === 0 ? errors : logout, addressIn(second * 50 + (index % 1_000)), null);
    await ingest.flush();
  }
  const { received, shed, accepted, dropped } = ingest.counters();
  const looked = accepted + dropped['too-many'];
  expect(received).toBe(5 * capacity * SECONDS);
  expect(shed + looked).toBe(received);
  expect(looked / SECONDS).toBeGreaterThan(0.8 * capacity);
  expect(looked / SECONDS).toBeLessThan(1.5 * capacity);
});
