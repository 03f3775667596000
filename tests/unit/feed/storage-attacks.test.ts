import { describe, expect, it } from 'vitest';
import type { KeyValueArea } from '../../../lib/model/key-value-area.ts';
import { FIRST, makeWorld, SECOND_BASE } from './client-setup.ts';
import { bytesOf, feedBytes, feedKey2, keysetOf, MINUTE, NOW, payloadOf, signKeys } from './signing-kit.ts';

/** An area that says what it does, and of which a step can hang for ever, as it does for a worker that is killed. */
const countedArea = (area: KeyValueArea, killedAt = Infinity) => {
  let steps = 0;
  const died = Promise.withResolvers<null>();
  const step = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    steps += 1;
    if (steps < killedAt) return work();
    died.resolve(null);
    return new Promise<never>(() => {});
  };
  return {
    died: died.promise,
    area: {
      get: (key: string) => step(() => area.get(key)),
      set: (key: string, value: unknown) => step(() => area.set(key, value)),
      remove: (key: string) => area.remove(key),
    },
  };
};

describe('a worker that is killed', () => {
  it.each([1, 2, 3])(
    'at its step %i in the storage leaves the old feed or the new one, whole',
    async (killedAt) => {
      const world = await makeWorld();
      await world.client([FIRST]).refresh('event');
      world.now += MINUTE;
      await world.publish({ sequence: 101 });
      const { area, died } = countedArea(world.area, killedAt);
      void world.client([FIRST], area).refresh('event');
      await died;
      expect(await world.client([FIRST]).current(world.now)).toMatchObject({
        state: 'verified',
        payload: { sequence: 100 },
      });
      world.now += MINUTE;
      await world.publish({ sequence: 102 });
      expect(await world.client([FIRST]).refresh('event')).toMatchObject({ payload: { sequence: 102 } });
    },
  );

  it('between the keys and the feed that they sign is left with the old keys and the old feed', async () => {
    const world = await makeWorld();
    await world.client([FIRST]).refresh('event');
    world.now += MINUTE;
    const roles = { ...keysetOf().roles, feed: { threshold: 1, keys: [feedKey2.publicKey] } };
    world.files.set(`${FIRST}/v1/keys.json`, bytesOf(await signKeys(keysetOf({ version: 8, roles }))));
    world.files.set(`${FIRST}/v1/feed.json`, await feedBytes(payloadOf({ sequence: 101 }), [feedKey2]));
    const { area, died } = countedArea(world.area, 3);
    void world.client([FIRST], area).refresh('event');
    await died;
    const stored = await world.area.get('feed');
    expect(stored).toMatchObject({ keys: { version: 7 }, last: { sequence: 100, keysVersion: 7 } });
    world.now += MINUTE;
    expect(await world.client([FIRST]).refresh('event')).toMatchObject({ payload: { sequence: 101 } });
    expect(await world.area.get('feed')).toMatchObject({ keys: { version: 8 }, last: { keysVersion: 8 } });
  });
});

describe('a storage that fails', () => {
  const failing = (area: KeyValueArea, fails: (write: number) => boolean): KeyValueArea => {
    let writes = 0;
    return {
      ...area,
      get: (key) => area.get(key),
      set: async (key, value) => {
        writes += 1;
        if (fails(writes)) throw new Error('QUOTA_BYTES');
        await area.set(key, value);
      },
    };
  };

  it.each([
    ['before the feed is asked', (write: number) => write === 1],
    ['when the feed has come', (write: number) => write === 2],
    ['always', () => true],
  ])('%s takes nothing from who asked, nor the place in the sequence', async (_when, fails) => {
    const world = await makeWorld();
    const client = world.client([FIRST], failing(world.area, fails));
    expect(await client.refresh('event')).toMatchObject({ state: 'verified', payload: { sequence: 100 } });
    expect(await client.current(world.now)).toMatchObject({ state: 'verified' });
    expect(await client.refresh('event')).toMatchObject({ asked: false });
    world.now += MINUTE;
    await world.publish({ sequence: 99 });
    expect(await client.refresh('event')).toMatchObject({ state: 'rolled-back' });
  });

  it('when the feed has come leaves the next worker what was there before, never half of it', async () => {
    const world = await makeWorld();
    await world.client([FIRST]).refresh('event');
    world.now += MINUTE;
    await world.publish({ sequence: 101 });
    await world
      .client(
        [FIRST],
        failing(world.area, (write) => write === 2),
      )
      .refresh('event');
    expect(await world.client([FIRST]).current(world.now)).toMatchObject({ payload: { sequence: 100 } });
  });
});

describe('what lies in the storage', () => {
  const values = [null, 0, -1, 1e300, Number.NaN, '', 'x', [], {}, { __proto__: null }, true, undefined];
  /** Every value of a tree put in the place of every leaf and branch of it. */
  const paths = (tree: unknown, path: readonly string[] = []): (readonly string[])[] =>
    typeof tree === 'object' && tree !== null
      ? [path, ...Object.entries(tree).flatMap(([key, value]) => paths(value, [...path, key]))]
      : [path];
  const put = (tree: unknown, [key, ...rest]: readonly string[], value: unknown): unknown =>
    key === undefined
      ? value
      : Object.assign(structuredClone(tree) as object, {
          [key]: put((tree as Record<string, unknown>)[key], rest, value),
        });

  it('in whatever state, is read without an exception, and gives the feed that it held or none', async () => {
    const world = await makeWorld();
    await world.client([FIRST]).refresh('event');
    const stored = await world.area.get('feed');
    const places = paths(stored);
    expect(places.length).toBeGreaterThan(20);
    for (const place of places)
      for (const value of values) {
        await world.area.set('feed', put(stored, place, value));
        const { state, payload } = await world.client([FIRST]).current(NOW);
        expect(payload === null ? state !== 'verified' : payload.sequence === 100).toBe(true);
      }
  });

  it('in whatever state, is replaced by the next good feed', async () => {
    const world = await makeWorld();
    await world.client([FIRST]).refresh('event');
    const stored = await world.area.get('feed');
    world.now += 61 * MINUTE;
    await world.publish({ sequence: 101 });
    for (const place of paths(stored).filter(([first]) => first !== 'schedule')) {
      await world.area.set('feed', put(stored, place, 'x'));
      expect(await world.client([FIRST]).refresh('event')).toMatchObject({ state: 'verified' });
    }
  });
});

describe('many who ask at once', () => {
  it('share one attempt, whatever moved them', async () => {
    const world = await makeWorld();
    const client = world.client([FIRST, SECOND_BASE]);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) => client.refresh(index % 2 ? 'event' : 'routine')),
    );
    expect(new Set(outcomes).size).toBe(1);
    expect(world.asked.filter((address) => address.endsWith('feed.json'))).toHaveLength(1);
  });

  it('after one another, as fast as they can, ask once', async () => {
    const world = await makeWorld();
    const client = world.client([FIRST]);
    for (let turn = 0; turn < 50; turn += 1) await client.refresh('event');
    expect(world.asked).toHaveLength(1);
  });

  it('in two workers at once leave one whole feed behind', async () => {
    const world = await makeWorld();
    const outcomes = await Promise.all([
      world.client([FIRST]).refresh('event'),
      world.client([FIRST]).refresh('event'),
    ]);
    expect(outcomes.map(({ state }) => state)).toEqual(['verified', 'verified']);
    expect(await world.client([FIRST]).current(NOW)).toMatchObject({ payload: { sequence: 100 } });
  });
});
