import { createClient } from '@redis/client';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectRedisStore, type RedisStore } from '../../../feed/store/redis-store.ts';
import { SERVICE_IDS } from '../../../lib/model/service-id.ts';
import { describeCountStore, valueOf } from './conformance.ts';
import { describeLease } from './lease-conformance.ts';
import { startCluster } from './start-cluster.ts';
import { BUCKET, tally } from './tallies.ts';

let cluster: Awaited<ReturnType<typeof startCluster>>;
const closing: (() => Promise<void>)[] = [];
const connect = async (url = cluster.url): Promise<RedisStore> => {
  const store = await connectRedisStore(url, { random: randomBytes, patience: 20_000 });
  closing.push(() => store.close());
  return store;
};
let shards: readonly { sendCommand<Value>(words: string[]): Promise<Value>; destroy(): void }[] = [];
const onEachShard = <Value>(...words: string[]): Promise<Value[]> =>
  Promise.all(shards.map((shard) => shard.sendCommand<Value>(words)));
let nodes: readonly [RedisStore, RedisStore];

beforeAll(async () => {
  cluster = await startCluster();
  shards = await Promise.all(
    cluster.nodes.map(({ url }) =>
      createClient({ url, RESP: 2 })
        .on('error', () => undefined)
        .connect(),
    ),
  );
  nodes = [await connect(), await connect()];
}, 60_000);
afterAll(async () => {
  await Promise.all(closing.map((close) => close()));
  for (const shard of shards) shard.destroy();
  await cluster.end();
});

describeCountStore('a Redis Cluster', async () => {
  await onEachShard('FLUSHALL');
  return { nodes, end: async () => undefined };
});
describeLease('the lease in a Redis Cluster', async () => {
  await onEachShard('FLUSHALL');
  return (await connect(`redis+cluster://127.0.0.1:${cluster.nodes[0]?.port}`)).lease;
});

describe('a Redis Cluster', () => {
  it('spreads services and buckets over its shards; when one is gone the others go on, and its part is handed back', async () => {
    await onEachShard('FLUSHALL');
    const [store] = nodes;
    const batch = SERVICE_IDS.flatMap((service) =>
      [0, 1, 2, 3].map((age) => tally({ service, bucket: BUCKET - age })),
    );
    const buckets = batch.map(({ bucket }) => bucket);
    expect(await store.add(batch)).toMatchObject({ ok: true });
    expect(valueOf(await store.read(buckets))).toHaveLength(2 * batch.length);
    const sizes = await onEachShard<number>('DBSIZE');
    expect(Math.min(...sizes)).toBeGreaterThan(0);

    await cluster.nodes[2]?.kill();
    const partial = await vi.waitFor(
      async () => {
        const result = await store.add(batch);
        if (result.ok || !result.notAdded?.length) throw new Error('not yet');
        return result.notAdded;
      },
      { timeout: 15_000, interval: 100 },
    );
    expect(partial.length).toBeLessThan(batch.length);
    expect(await store.read(buckets)).toEqual({ ok: false, fault: 'unreachable' });

    await cluster.nodes[2]?.start();
    await vi.waitFor(async () => expect(await store.add(partial)).toMatchObject({ ok: true }), {
      timeout: 15_000,
      interval: 100,
    });
    expect(valueOf(await store.read(buckets))).toHaveLength(2 * batch.length);
  }, 60_000);
});
