import { describe, expect, it } from 'vitest';
import { FIRST, makeWorld, SECOND_BASE, type World } from './client-setup.ts';
import { feedBytes, feedKey2, MINUTE, NOW, payloadOf } from './signing-kit.ts';

const FEED = `${FIRST}/v1/feed.json`;
const KEYS = `${FIRST}/v1/keys.json`;
const OTHER_FEED = `${SECOND_BASE}/v1/feed.json`;
const OTHER_KEYS = `${SECOND_BASE}/v1/keys.json`;
const HOUR = 60 * MINUTE;

/** The addresses that an attempt asks, the time of a routine. */
const asks = async (world: World, why: 'event' | 'routine' = 'routine') => {
  world.asked.length = 0;
  await world.client().refresh(why);
  return [...world.asked];
};

/** Both servers have the next feed, and the first one is down or up. */
const next = async (world: World, sequence: number, first: 'up' | 'down') => {
  await world.publish({ sequence });
  await world.publish({ sequence }, SECOND_BASE);
  if (first === 'down') world.files.set(FEED, 'down');
  world.files.set(OTHER_KEYS, world.files.get(KEYS) ?? 404);
};

describe('of two servers', () => {
  it('the other is asked when the first fails, and first from then on, without trying the first each time', async () => {
    const world = await makeWorld();
    await next(world, 101, 'down');
    expect(await asks(world)).toEqual([FEED, OTHER_FEED, OTHER_KEYS]);
    world.now += 10 * MINUTE;
    await next(world, 102, 'up');
    expect(await asks(world)).toEqual([OTHER_FEED]);
  });

  it('the first has its chance again once a day', async () => {
    const world = await makeWorld();
    await next(world, 101, 'down');
    await asks(world);
    world.now += 24 * HOUR - 1;
    await next(world, 102, 'up');
    expect(await asks(world)).toEqual([OTHER_FEED]);
    world.now += 10 * MINUTE;
    await next(world, 103, 'up');
    expect(await asks(world)).toEqual([FEED, KEYS]);
    world.now += 10 * MINUTE;
    await next(world, 104, 'up');
    expect(await asks(world)).toEqual([FEED]);
  });

  it('the first keeps nobody waiting when it is down still, and is not tried before the next day', async () => {
    const world = await makeWorld();
    await next(world, 101, 'down');
    await asks(world);
    world.now += 25 * HOUR;
    await next(world, 102, 'down');
    expect(await asks(world)).toEqual([FEED, OTHER_FEED, OTHER_KEYS]);
    world.now += 10 * MINUTE;
    await next(world, 103, 'down');
    expect(await asks(world)).toEqual([OTHER_FEED]);
    world.now += MINUTE;
    expect(await asks(world, 'event')).toEqual([OTHER_FEED]);
  });

  it('the first is asked again at once when the other fails', async () => {
    const world = await makeWorld();
    await next(world, 101, 'down');
    await asks(world);
    world.now += 10 * MINUTE;
    await next(world, 102, 'up');
    world.files.set(OTHER_FEED, 503);
    expect(await asks(world)).toEqual([OTHER_FEED, FEED]);
    world.now += 10 * MINUTE;
    await next(world, 103, 'up');
    expect(await asks(world)).toEqual([FEED]);
  });
});

describe('a server that fails', () => {
  it('is asked ever more seldom by routine, by events never more than once a minute', async () => {
    const world = await makeWorld();
    world.files.set(FEED, 503);
    world.random = 0.5;
    const client = world.client([FIRST]);
    const at: number[] = [];
    for (const end = NOW + 3 * HOUR; world.now < end; world.now += 1000) {
      const before = world.asked.length;
      await client.refresh('routine');
      if (world.asked.length > before) at.push((world.now - NOW) / MINUTE);
    }
    expect(at).toEqual([0, 1.5, 4.5, 10.5, 22.5, 46.5, 94.5, 154.5]);
    world.asked.length = 0;
    for (const end = world.now + HOUR; world.now < end; world.now += 1000) await client.refresh('event');
    expect(world.asked).toHaveLength(60);
  });

  it('is asked by routine and events together twice a minute at the most, while the clock is set to and fro', async () => {
    const world = await makeWorld();
    world.files.set(FEED, 'down');
    const client = world.client([FIRST]);
    const jumps = [3 * HOUR, -5 * HOUR, 30 * MINUTE, -HOUR, 24 * HOUR, -24 * HOUR];
    for (const jump of jumps) {
      world.now += jump;
      world.asked.length = 0;
      for (let second = 0; second < 600; second += 1) {
        world.now += 1000;
        await client.refresh(second % 3 ? 'event' : 'routine');
      }
      expect(world.asked.length).toBeGreaterThanOrEqual(10);
      expect(world.asked.length).toBeLessThanOrEqual(20);
    }
  });

  it('names for its keys too how long it wants to be left alone, and is', async () => {
    const world = await makeWorld();
    world.files.set(FEED, await feedBytes(payloadOf({ sequence: 101 }), [feedKey2]));
    world.files.set(KEYS, 503);
    world.headers = { 'retry-after': '600' };
    expect(await world.client([FIRST]).refresh('event')).toMatchObject({ fault: 'signatures-missing' });
    world.now += 600_000 - 1;
    expect(await asks(world, 'event')).toEqual([]);
    world.now += 1;
    expect(await asks(world, 'event')).not.toEqual([]);
  });
});
