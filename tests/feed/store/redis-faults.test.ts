import { createClient } from '@redis/client';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIngest, type Ingest } from '../../../feed/reports/ingest.ts';
import { connectRedisStore, type RedisStore } from '../../../feed/store/redis-store.ts';
import { bucketOf } from '../../../lib/model/report.ts';
import { valueOf } from './conformance.ts';
import { startRedis, type TestRedis } from './start-redis.ts';
import { BUCKET, tallies } from './tallies.ts';

let redis: TestRedis;
let store: RedisStore;
const ingests: Ingest[] = [];
const connect = (): Promise<RedisStore> => connectRedisStore(redis.url, { random: randomBytes });
const AT = BUCKET * 300_000 + 1000;

/** An ingest node on `store` whose clock stands still. */
const ingestOn = async (on: RedisStore, capacity = 1000): Promise<Ingest> => {
  // The coin lets everything pass: what bounds here is the queue.
  const ingest = createIngest({ store: on, now: () => AT, random: () => 0, rate: () => 1, capacity });
  ingests.push(ingest);
  await ingest.ready;
  return ingest;
};

let next = 0;
const take = (ingest: Ingest, count: number): void => {
  const body = Buffer.from(
    JSON.stringify({ v: 1, service: 'facebook', kind: 'errors', bucket: bucketOf(AT) }),
  );
  for (let taken = 0; taken < count; taken += 1, next += 1)
    ingest.accept(body, `10.${(next >> 8) & 255}.${next & 255}.1`, null);
};
const counted = async (): Promise<number> => valueOf(await store.read([BUCKET]))[0]?.networks ?? 0;
/** Whether work ends before so many milliseconds of this process's own timers, which a busy machine holds up alike. */
const endsWithin = async (work: Promise<unknown>, atMost: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), atMost);
  });
  return Promise.race([work.then(() => true), late]).finally(() => clearTimeout(timer));
};
const until = (what: () => Promise<void>): Promise<void> =>
  vi.waitFor(what, { timeout: 15_000, interval: 50 });

beforeEach(async () => {
  next = 0;
  redis = await startRedis();
  store = await connect();
});
afterEach(async () => {
  redis.resume();
  await store.close();
  await redis.end();
});

describe('a Redis that fails', () => {
  it('is unreachable at once when it is gone, and what was taken in meanwhile is counted when it is back', async () => {
    const ingest = await ingestOn(store);
    take(ingest, 20);
    await ingest.flush();
    await redis.kill();
    await until(async () => expect(await store.read([BUCKET])).toEqual({ ok: false, fault: 'unreachable' }));
    take(ingest, 30);
    // Well below the two seconds that a line may take to answer.
    expect(
      await endsWithin(
        ingest.flush().then(() => ingest.flush()),
        1500,
      ),
    ).toBe(true);
    expect(await store.add(tallies(2))).toEqual({ ok: false, fault: 'unreachable', notAdded: tallies(2) });
    expect(await store.livingNodes(AT)).toEqual({ ok: false, fault: 'unreachable' });
    expect(await store.lease.hold('a', AT)).toEqual({ ok: false, fault: 'unreachable' });
    await redis.start();
    await until(async () => {
      await ingest.flush();
      expect(await counted()).toBe(30);
    });
    expect(ingest.counters()).toMatchObject({ accepted: 50, lost: 0 });
  });

  it('makes nobody hold more than the queue has room for', async () => {
    const ingest = await ingestOn(store, 100);
    await redis.kill();
    await until(async () => expect(await store.read([BUCKET])).toMatchObject({ ok: false }));
    take(ingest, 500);
    await ingest.flush();
    take(ingest, 500);
    expect(ingest.counters()).toMatchObject({ accepted: 200, shed: 800, lost: 0 });
  });

  it('costs two seconds and no more when it hangs, and is used again when it goes on', async () => {
    const ingest = await ingestOn(store);
    redis.pause();
    take(ingest, 10);
    expect(await endsWithin(ingest.flush(), 3500)).toBe(true);
    expect(ingest.counters().lost).toBe(10);
    take(ingest, 5);
    redis.resume();
    await until(async () => {
      await ingest.flush();
      // What hung in the line may have been counted after all: nobody knows, so it was not sent twice.
      expect([5, 15]).toContain(await counted());
    });
    const [count] = valueOf(await store.read([BUCKET]));
    expect(count?.reports).toBe(count?.networks);
  });

  it('is reached over a new line when the old one fell silent without a word', async () => {
    const lines: Socket[] = [];
    const between = createServer((line) => {
      lines.push(line);
      const onward = createConnection(redis.port, '127.0.0.1');
      line.pipe(onward).pipe(line);
      for (const end of [line, onward]) end.on('error', () => undefined).on('close', () => onward.destroy());
    }).listen(0, '127.0.0.1');
    await once(between, 'listening');
    const { port } = between.address() as AddressInfo;
    const far = await connectRedisStore(`redis://127.0.0.1:${port}`, { random: randomBytes });
    expect(await far.beat('a', AT)).toMatchObject({ ok: true });
    const [silent] = lines;
    // Whatever is written to it is taken, and nothing ever comes back.
    silent?.unpipe().resume();
    expect(await far.add(tallies(1))).toEqual({ ok: false, fault: 'unreachable', notAdded: [] });
    await until(async () => expect(await far.add(tallies(2))).toMatchObject({ ok: true }));
    expect(lines.length).toBe(2);
    expect(await counted()).toBe(2);
    await far.close();
    between.close();
  });

  it('begins anew when it was emptied, under the key that the nodes already use', async () => {
    const other = await connect();
    const [first, second] = [await ingestOn(store), await ingestOn(other)];
    const key = valueOf(await store.hashKey(AT));
    take(first, 20);
    await first.flush();
    const client = createClient({ url: redis.url });
    await client.connect();
    await client.flushAll();
    client.destroy();
    // A third node starts before the others notice: still all agree from then on.
    expect(await counted()).toBe(0);
    expect(Buffer.compare(valueOf(await other.hashKey(AT)), key)).toBe(0);
    const late = await connect();
    expect(Buffer.compare(valueOf(await late.hashKey(AT)), key)).toBe(0);
    next = 0;
    take(first, 10);
    next = 0;
    take(second, 10);
    await Promise.all([first.flush(), second.flush()]);
    expect(await counted()).toBe(10);
    await Promise.all([other.close(), late.close()]);
  });

  it('may come later than those who need it', async () => {
    await redis.kill();
    const early = await connectRedisStore(redis.url, { random: randomBytes, patience: 20 });
    const ingest = await ingestOn(early);
    take(ingest, 1);
    expect(ingest.counters().dropped['no-key']).toBe(1);
    await redis.start();
    await until(async () => {
      await ingest.flush();
      take(ingest, 1);
      expect(ingest.counters().accepted).toBeGreaterThan(0);
    });
    await early.close();
  });
});
