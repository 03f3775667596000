import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connectRedisStore } from '../../../feed/store/redis-store.ts';
import { bucketOf } from '../../../lib/model/report.ts';
import { valueOf } from './conformance.ts';
import { startRedis, type TestRedis } from './start-redis.ts';

let redis: TestRedis;
const nodes: ChildProcess[] = [];

/** A node with what it said last, fed with `pace` reports each time that it took the ones before. */
const startNode = async (firstNetwork: number) => {
  const child = fork(new URL('ingest-process.ts', import.meta.url), [redis.url]);
  nodes.push(child);
  const node = { child, accepted: 0, flushed: 0, flushes: 0 };
  const bucket = bucketOf(Date.now());
  const feed = (): void => void child.send({ first: firstNetwork + node.accepted, count: 5, bucket });
  let timer: NodeJS.Timeout | undefined;
  child.on('message', (said: { accepted?: number; flushed?: number }) => {
    node.accepted = said.accepted ?? node.accepted;
    node.flushed = said.flushed ?? node.flushed;
    if (said.flushed !== undefined) node.flushes += 1;
    if (said.accepted !== undefined && child.connected)
      timer = setTimeout(() => child.connected && feed(), 20);
  });
  child.once('exit', () => clearTimeout(timer));
  // A report may be on its way to a node at the moment that it is killed.
  child.on('error', () => undefined);
  await once(child, 'message');
  feed();
  return node;
};

beforeEach(async () => {
  redis = await startRedis();
});
afterEach(async () => {
  for (const child of nodes) child.kill('SIGKILL');
  await redis.end();
});

it('loses of a killed node what came since its last flush, and of the others nothing', async () => {
  const [killed, living] = await Promise.all([startNode(0), startNode(30_000)]);
  const store = await connectRedisStore(redis.url, { random: randomBytes });
  const now = bucketOf(Date.now());
  const networks = async (): Promise<number> =>
    valueOf(await store.read([now - 1, now, now + 1]))
      .filter(({ kind }) => kind === 'errors')
      .reduce((sum, count) => sum + count.networks, 0);
  const flushes = (node: typeof killed, count: number): Promise<void> =>
    vi.waitFor(() => expect(node.flushes).toBeGreaterThanOrEqual(count), { timeout: 15_000, interval: 5 });

  await flushes(killed, 2);
  // In the middle of a second, with counts that no flush has seen.
  await vi.waitFor(() => expect(killed.accepted).toBeGreaterThan(killed.flushed), { interval: 5 });
  killed.child.kill('SIGKILL');
  await once(killed.child, 'exit');
  const [taken, safe] = [killed.accepted, killed.flushed];

  await flushes(living, living.flushes + 2);
  living.child.disconnect();
  const before = living.flushed;
  const counted = await networks();
  await store.close();
  expect(safe).toBeGreaterThan(0);
  expect(taken).toBeGreaterThan(safe);
  // All that either said to be flushed is there; of the killed one at most what it took in since.
  expect(counted).toBeGreaterThanOrEqual(safe + before);
  expect(counted).toBeLessThanOrEqual(taken + living.accepted + 5);
});
