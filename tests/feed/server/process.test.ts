import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BucketCount } from '../../../feed/store/count-store.ts';
import { connectRedisStore } from '../../../feed/store/redis-store.ts';
import { createFeedClient } from '../../../lib/feed/client.ts';
import { bucketOf } from '../../../lib/model/report.ts';
import { createMemoryArea } from '../../../lib/storage/memory-area.ts';
import { startRedis } from '../store/start-redis.ts';
import { eventually } from './eventually.ts';
import { noSources, runFeed, startFeedByNpm, startFeedProcess } from './feed-process.ts';
import { addressIn, afterTest, report, temporaryFolder } from './test-feed.ts';

const complaining = (counts: readonly BucketCount[]): number =>
  counts.filter(({ kind }) => kind === 'complaint').reduce((sum, { networks }) => sum + networks, 0);

const sequenceAt = async (base: string): Promise<number | null> => {
  const answer = await fetch(`${base}/v1/feed.json`);
  if (answer.status !== 200) return null;
  const { payload } = (await answer.json()) as { payload: string };
  return JSON.parse(Buffer.from(payload, 'base64url').toString()).sequence;
};

test('a new operator is told where it is, where trust.json lies, how to build with it and how to stop', async () => {
  const data = join(await temporaryFolder(), 'data');
  const feed = await startFeedProcess('--port', '0', '--data', data, '--sources', await noSources());
  expect(feed.said()).toContain(`The feed is at ${feed.base}`);
  expect(feed.said()).toContain(join(data, 'trust.json'));
  expect(feed.said()).toContain(
    `WXT_FEED_BASES=${feed.base} WXT_FEED_TRUST=${join(data, 'trust.json')} npm run build`,
  );
  expect(feed.said()).toContain('Ctrl+C stops it');
  await eventually(() => sequenceAt(feed.base));

  const client = createFeedClient({
    trust: JSON.parse(await readFile(join(data, 'trust.json'), 'utf8')),
    bases: [feed.base],
    fetch,
    area: createMemoryArea(),
    now: Date.now,
    random: () => 0,
  });
  expect((await client.refresh('event')).state).toBe('verified');
  expect(await feed.end('SIGTERM')).toBe(0);
  expect(feed.logged()).toContain('"msg":"stopped"');
});

test('what cannot be understood ends with 2 and a sentence, help with 0', async () => {
  const [wrong, help] = await Promise.all([runFeed('--port', 'eighty'), runFeed('--help')]);
  expect([wrong.code, wrong.out]).toEqual([2, '']);
  expect(wrong.err).toContain('--port: expected a port');
  expect(wrong.err).not.toContain('    at ');
  expect(help.code).toBe(0);
  expect(help.out).toContain('--trust-proxy');
});

test('what stands in the way of a start ends with 1 and a sentence', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterTest(() => new Promise((resolve) => server.close(resolve)));
  const port = String((server.address() as AddressInfo).port);
  const data = join(await temporaryFolder(), 'data');
  const noFolder = await noSources();
  const start = (folder: string, at = '0', sources = noFolder) =>
    runFeed('--port', at, '--data', folder, '--sources', sources);
  const [taken, lost, file, below, nowhere] = await Promise.all([
    start(data, port),
    start(`${data}-2`, '0', join(data, 'no-such-file')),
    start(noFolder),
    start(join(noFolder, 'data')),
    // Linux makes no folder here, and says that the one above is not there.
    start('/proc/oh-feed'),
  ]);
  expect([taken.code, taken.out]).toEqual([1, '']);
  expect(taken.err).toContain('something else listens there');
  expect(lost.code).toBe(1);
  expect(lost.err).toContain('no-such-file cannot be read');
  expect([file.code, file.out]).toEqual([1, '']);
  expect(file.err).toBe(`The feed server does not start. ${noFolder}: it is a file, not a folder\n`);
  expect([below.code, below.err]).toEqual([
    1,
    `The feed server does not start. ${join(noFolder, 'data')}: it is a file, not a folder\n`,
  ]);
  expect([nowhere.code, nowhere.err]).toEqual([
    1,
    'The feed server does not start. /proc/oh-feed: nothing can be made there\n',
  ]);
});

test('told to stop through npm, whose shell keeps the signal for itself, the server stops too', async () => {
  const data = join(await temporaryFolder(), 'data');
  const feed = await startFeedByNpm('--port', '0', '--data', data, '--sources', await noSources());
  const allClosed = once(feed.child, 'close');
  await feed.end('SIGTERM');
  await allClosed;
  expect(feed.logged()).toContain('"msg":"stopped"');
});

test('killed at any moment and started again: the sequence never falls, and no file is half', async () => {
  const data = join(await temporaryFolder(), 'data');
  const sources = await noSources();
  let last = 0;
  for (let round = 0; round < 3; round += 1) {
    const feed = await startFeedProcess('--port', '0', '--data', data, '--sources', sources);
    const before = last;
    const seen: number[] = [];
    last = await eventually(async () => {
      const now = await sequenceAt(feed.base);
      seen.push(now ?? before);
      return now !== null && now > before ? now : null;
    });
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(before);
    await feed.end('SIGKILL');
  }
});

test('an ingest node is killed: what it took in more than a second before is counted', async () => {
  const redis = await startRedis();
  afterTest(() => redis.end());
  const store = await connectRedisStore(redis.url, {
    random: (size) => crypto.getRandomValues(new Uint8Array(size)),
  });
  afterTest(() => store.close());
  const data = join(await temporaryFolder(), 'data');
  const args = ['--port', '0', '--data', data, '--sources', await noSources()];
  const node = await startFeedProcess(...args, '--role', 'ingest', '--redis', redis.url, '--trust-proxy');
  const bucket = bucketOf(Date.now());
  const counted = async (): Promise<number> => {
    const read = await store.read([bucket, bucket + 1]);
    return read.ok ? complaining(read.value) : 0;
  };
  for (let index = 0; index < 40; index += 1) await report(node.base, 'errors', Date.now(), addressIn(index));
  await eventually(async () => ((await counted()) === 40 ? true : null));
  await report(node.base, 'errors', Date.now(), addressIn(41));
  await node.end('SIGKILL');
  expect(await counted()).toBeGreaterThanOrEqual(40);
});

test('stopped in the middle of its second, a node hands on what it took in', async () => {
  const redis = await startRedis();
  afterTest(() => redis.end());
  const store = await connectRedisStore(redis.url, {
    random: (size) => crypto.getRandomValues(new Uint8Array(size)),
  });
  afterTest(() => store.close());
  const data = join(await temporaryFolder(), 'data');
  const args = ['--port', '0', '--data', data, '--sources', await noSources()];
  const node = await startFeedProcess(...args, '--role', 'ingest', '--redis', redis.url, '--trust-proxy');
  const bucket = bucketOf(Date.now());
  for (let index = 0; index < 25; index += 1) await report(node.base, 'errors', Date.now(), addressIn(index));
  expect(await node.end('SIGTERM')).toBe(0);
  const read = await store.read([bucket, bucket + 1]);
  expect(read.ok && complaining(read.value)).toBe(25);
});
