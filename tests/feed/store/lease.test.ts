import { createClient } from '@redis/client';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { leaseOfOne } from '../../../feed/publish/lease-of-one.ts';
import { connectRedisStore, type RedisStore } from '../../../feed/store/redis-store.ts';
import { valueOf } from './conformance.ts';
import { describeLease } from './lease-conformance.ts';
import { startRedis, type TestRedis } from './start-redis.ts';

let redis: TestRedis;
const stores: RedisStore[] = [];
const connect = async (leaseTime?: number): Promise<RedisStore> => {
  const options = { random: randomBytes, ...(leaseTime && { leaseTime }) };
  const store = await connectRedisStore(redis.url, options);
  stores.push(store);
  return store;
};
const empty = async (): Promise<void> => {
  const client = createClient({ url: redis.url });
  await client.connect();
  await client.flushAll();
  client.destroy();
};

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await redis.end();
});

describeLease('the lease of a machine that is alone', async () => leaseOfOne());
describeLease('the lease in Redis', async () => {
  await empty();
  return (await connect()).lease;
});

describe('the lease in Redis among several nodes', () => {
  const now = Date.now();

  it('is held by one at a time, whoever of ten asks', async () => {
    await empty();
    const nodes = await Promise.all(Array.from({ length: 10 }, () => connect()));
    const held = await Promise.all(nodes.map(({ lease }, index) => lease.hold(`node ${index}`, now)));
    expect(held.map(valueOf).filter((fence) => fence !== null)).toHaveLength(1);
  });

  it('goes over when the holder is silent for long, with a higher fence, and the old one no longer stands', async () => {
    await empty();
    const [one, other] = [await connect(200), await connect(200)];
    const first = valueOf(await one.lease.hold('one', now)) ?? 0;
    expect(valueOf(await other.lease.hold('other', now))).toBeNull();
    const second = await vi.waitFor(async () => {
      const fence = valueOf(await other.lease.hold('other', now));
      if (fence === null) throw new Error('not yet');
      return fence;
    });
    expect(second).toBeGreaterThan(first);
    expect(valueOf(await one.lease.stands(first))).toBe(false);
    expect(valueOf(await other.lease.stands(second))).toBe(true);
  });

  it('has a rising fence also after Redis was emptied, and what was held before no longer stands', async () => {
    await empty();
    const [one, other] = [await connect(), await connect()];
    const fences = [valueOf(await one.lease.hold('one', now)) ?? 0];
    for (const { lease } of [other, one, other]) {
      await empty();
      expect(valueOf(await lease.stands(fences.at(-1) ?? 0))).toBe(false);
      fences.push(valueOf(await lease.hold(lease === one.lease ? 'one' : 'other', 0)) ?? 0);
    }
    expect(fences).toEqual([...new Set(fences)].sort((left, right) => left - right));
    expect(Math.min(...fences)).toBeGreaterThanOrEqual(now);
  });

  it('rises from the highest fence that this node saw even if the clock of Redis went back', async () => {
    await empty();
    const { lease } = await connect();
    const client = createClient({ url: redis.url });
    await client.connect();
    // As a Redis whose clock is a year ahead would have left it.
    const ahead = Date.now() + 365 * 86_400_000;
    await client.set('oh:{lease}:fence', String(ahead));
    expect(valueOf(await lease.stands(ahead))).toBe(true);
    await client.flushAll();
    client.destroy();
    expect(valueOf(await lease.hold('one', now))).toBe(ahead + 1);
  });

  it('is taken anew, not renewed, when only the fence was lost', async () => {
    await empty();
    const { lease } = await connect();
    const first = valueOf(await lease.hold('one', now)) ?? 0;
    const client = createClient({ url: redis.url });
    await client.connect();
    await client.del('oh:{lease}:fence');
    client.destroy();
    expect(valueOf(await lease.stands(first))).toBe(false);
    expect(valueOf(await lease.hold('one', now))).toBeGreaterThan(first);
  });
});
