import { createClient } from '@redis/client';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectRedisStore, type RedisStore } from '../../../feed/store/redis-store.ts';
import { describeCountStore, valueOf } from './conformance.ts';
import { startRedis, type TestRedis } from './start-redis.ts';
import { BUCKET, tally, tallies } from './tallies.ts';

let redis: TestRedis;
const connectTo = (url: string): Promise<RedisStore> =>
  connectRedisStore(url, { random: randomBytes, patience: 20_000 });
const ask = async (...words: string[]): Promise<unknown> => {
  const client = createClient({ url: redis.url, RESP: 2 });
  await client.connect();
  const reply = await client.sendCommand(words);
  client.destroy();
  return reply;
};

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(async () => {
  await Promise.all([...nodes.map((node) => node.close()), redis.end()]);
});

let nodes: readonly [RedisStore, RedisStore];
describeCountStore('Redis', async () => {
  nodes ??= [await connectTo(redis.url), await connectTo(redis.url)];
  await ask('FLUSHALL');
  return { nodes, end: async () => undefined };
});

describe('Redis as a store of counts', () => {
  /** All that Redis was asked to do, but for what keeps connections alive and this question itself. */
  const commandsSoFar = async (): Promise<number> => {
    const stats = String(await ask('INFO', 'commandstats')).matchAll(/cmdstat_([\w|]+):calls=(\d+)/g);
    return [...stats]
      .filter(([, name]) => !/^(ping|info|hello|client|select)/.test(name ?? ''))
      .reduce((sum, [, , calls]) => sum + Number(calls), 0);
  };

  it('is sent as many commands for ten reports as for ten thousand', async () => {
    const store = await connectTo(redis.url);
    const cost = async (count: number): Promise<number> => {
      const before = await commandsSoFar();
      await store.add(tallies(count, (from) => ({ kind: from % 2 ? 'errors' : 'forced-logout' })));
      return (await commandsSoFar()) - before;
    };
    const [few, many] = [await cost(10), await cost(10_000)];
    await store.close();
    expect(many).toBe(few);
    expect(few).toBeLessThan(25);
  });

  it('keeps nothing that does not die by itself within 81 minutes, but for the fence', async () => {
    await ask('FLUSHALL');
    const store = await connectTo(redis.url);
    await store.add([...tallies(20), tally({ service: 'x', kind: 'presence' })]);
    await store.hashKey(BUCKET * 300_000);
    await store.beat('a', Date.now());
    await store.lease.hold('a', Date.now());
    await store.close();
    const keys = (await ask('KEYS', '*')) as string[];
    const lasting: string[] = [];
    for (const key of keys) {
      const life = Number(await ask('TTL', key));
      if (life < 0 || life > 81 * 60) lasting.push(key);
    }
    expect(keys.length).toBeGreaterThanOrEqual(10);
    expect(lasting).toEqual(['oh:{lease}:fence']);
  });

  it('bounds what is kept of one kind, however many networks there are', async () => {
    await ask('FLUSHALL');
    const store = await connectTo(redis.url);
    for (let part = 0; part < 5; part += 1)
      await store.add(tallies(4000, (from) => ({ from: from + part * 4000 })));
    await store.close();
    expect(Number(await ask('ZCARD', `oh:{facebook:${BUCKET}}:sample:forced-logout`))).toBe(2001);
  });

  it('says that it is full, and what it did not take, when Redis has no more memory', async () => {
    const store = await connectTo(redis.url);
    await ask('CONFIG', 'SET', 'maxmemory', '1');
    const batch = tallies(3, () => ({ service: 'threads' }));
    const result = await store.add(batch);
    await ask('CONFIG', 'SET', 'maxmemory', '0');
    expect(result).toEqual({ ok: false, fault: 'full', notAdded: batch });
    expect(await store.add(batch)).toMatchObject({ ok: true });
    expect(valueOf(await store.read([BUCKET])).find(({ service }) => service === 'threads')?.reports).toBe(3);
    await store.close();
  });

  it('leaves out what another program put beside its counts', async () => {
    await ask('FLUSHALL');
    await ask('HSET', `oh:{x:${BUCKET}}:reports`, 'constructor', '5', 'errors', 'many', 'presence', '2');
    await ask('SADD', `oh:{x:${BUCKET}}:sample:presence`, 'a');
    const store = await connectTo(redis.url);
    expect(await store.read([BUCKET])).toEqual({ ok: false, fault: 'unreachable' });
    await ask('DEL', `oh:{x:${BUCKET}}:sample:presence`);
    expect(valueOf(await store.read([BUCKET]))).toMatchObject([
      { kind: 'presence', networks: 0, reports: 0 },
    ]);
    await store.close();
  });

  it.each(['', 'localhost:6379', 'http://localhost', 'redis://', 'redis://a,nonsense'])(
    'refuses the address %j with words that help',
    async (url) => {
      await expect(connectTo(url)).rejects.toThrow(/expected redis:\/\/host:port/);
    },
  );
});
