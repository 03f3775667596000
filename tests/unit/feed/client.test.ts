import { describe, expect, it, vi } from 'vitest';
import { createFeedClient } from '../../../lib/feed/client.ts';
import type { Keyset } from '../../../lib/model/signed-feed.ts';
import { FIRST, issuedAt, makeWorld, SECOND_BASE, type World } from './client-setup.ts';
import {
  bytesOf,
  entryOf,
  feedBytes,
  feedKey,
  feedKey2,
  keysetOf,
  MINUTE,
  NOW,
  payloadOf,
  root1,
  root2,
  root3,
  SECOND,
  signKeys,
  stranger,
  trustOf,
  witnessKey,
} from './signing-kit.ts';

const FEED = `${FIRST}/v1/feed.json`;
const KEYS = `${FIRST}/v1/keys.json`;
const OTHER_FEED = `${SECOND_BASE}/v1/feed.json`;
const HOUR = 60 * MINUTE;

const putKeys = async (world: World, changes: Partial<Keyset>, signers = [root1, root2]) =>
  world.files.set(KEYS, bytesOf(await signKeys(keysetOf(changes), signers)));

const rolesOf = (signer: typeof feedKey): Keyset['roles'] => ({
  feed: { threshold: 1, keys: [signer.publicKey] },
  witness: keysetOf().roles.witness,
});

describe('a client of the feed', () => {
  it('has none without base addresses, and asks nobody', async () => {
    const world = await makeWorld();
    const client = world.client([]);
    expect(await client.refresh('event')).toEqual({
      state: 'none',
      payload: null,
      issuedAt: null,
      readAt: null,
      fault: null,
      asked: false,
      nextAt: null,
    });
    expect(await client.current(world.now)).toMatchObject({ state: 'none' });
    expect(world.asked).toEqual([]);
  });

  it.each([
    ['is missing', null],
    ['does not fit', { bases: [] }],
  ])('is invalid when its trust %s, and asks nobody', async (_what, trust) => {
    const fetch = vi.fn();
    const { area, now, random } = { ...(await makeWorld()), now: () => NOW, random: () => 0 };
    const client = createFeedClient({ trust, bases: [FIRST], fetch, area, now, random });
    expect(await client.refresh('event')).toMatchObject({ state: 'invalid', fault: 'trust-unusable' });
    expect(await client.current(NOW)).toMatchObject({ state: 'invalid' });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('is invalid when too few root keys signed its built-in keyset', async () => {
    const world = await makeWorld();
    world.trust = { ...world.trust, keyset: await signKeys(keysetOf(), [root1, stranger]) };
    expect(await world.client().refresh('event')).toMatchObject({
      state: 'invalid',
      fault: 'trust-unusable',
    });
    expect(world.asked).toEqual([]);
  });

  it('has not seen any feed before it asked', async () => {
    const world = await makeWorld();
    expect(await world.client().current(NOW)).toEqual({
      state: 'unreachable',
      payload: null,
      issuedAt: null,
      readAt: null,
      fault: 'not-asked',
    });
  });

  it('brings a verified feed, which the next worker still has, until its very expiry', async () => {
    const world = await makeWorld();
    const payload = payloadOf(issuedAt(NOW));
    expect(await world.client().refresh('event')).toEqual({
      state: 'verified',
      payload,
      issuedAt: payload.issuedAt,
      readAt: NOW,
      fault: null,
      asked: true,
      nextAt: NOW + 300 * SECOND,
    });
    expect(await world.client().current(NOW + 10 * MINUTE - 1)).toMatchObject({ state: 'verified', payload });
    expect(await world.client().current(NOW + 10 * MINUTE)).toMatchObject({
      state: 'stale',
      payload: null,
      fault: 'expired',
    });
  });

  it('does not keep a feed alive by setting the clock back', async () => {
    const world = await makeWorld();
    await world.client().refresh('event');
    const early = NOW - HOUR;
    expect(await world.client().current(early)).toMatchObject({ payload: null, fault: 'issued-in-future' });
  });

  it('asks once for calls that come at the same time', async () => {
    const world = await makeWorld();
    const client = world.client();
    const [one, two] = await Promise.all([client.refresh('event'), client.refresh('routine')]);
    expect(two).toEqual(one);
    expect(world.asked).toEqual([FEED]);
  });

  it('asks at most once a minute, over restarts too, and answers with what it has', async () => {
    const world = await makeWorld();
    await world.client().refresh('event');
    world.now += MINUTE - 1;
    expect(await world.client().refresh('event')).toMatchObject({ state: 'verified', asked: false });
    expect(world.asked).toEqual([FEED]);
    world.now += 1;
    await world.client().refresh('event');
    expect(world.asked).toEqual([FEED, FEED]);
  });

  it('asks for a routine only after the wait and jitter that the feed names', async () => {
    const world = await makeWorld();
    world.random = 0.5;
    expect(await world.client().refresh('event')).toMatchObject({ nextAt: NOW + 360 * SECOND });
    world.now += 360 * SECOND - 1;
    expect(await world.client().refresh('routine')).toMatchObject({ asked: false });
    world.now += 1;
    expect(await world.client().refresh('routine')).toMatchObject({ asked: true });
  });

  it('counts an attempt that the browser cut short', async () => {
    const world = await makeWorld();
    const begun = Promise.withResolvers<null>();
    const cut = createFeedClient({
      ...{ trust: world.trust, bases: [FIRST], area: world.area, now: () => NOW, random: () => 0 },
      fetch: () => {
        begun.resolve(null);
        return new Promise(() => {});
      },
    });
    void cut.refresh('event');
    await begun.promise;
    expect(await world.client().refresh('event')).toMatchObject({ state: 'unreachable', asked: false });
    expect(world.asked).toEqual([]);
  });
});

describe('a client whose feed fails', () => {
  it('tells what came of this attempt, and still has the earlier feed until it expires', async () => {
    const world = await makeWorld();
    await world.client().refresh('event');
    world.files.set(FEED, 'down');
    world.now += MINUTE;
    expect(await world.client().refresh('event')).toMatchObject({
      state: 'unreachable',
      payload: null,
      asked: true,
    });
    expect(await world.client().current(world.now)).toMatchObject({ state: 'verified', fault: 'network' });
    expect(await world.client().current(NOW + 10 * MINUTE)).toMatchObject({ state: 'unreachable' });
  });

  it('takes the other base address, and starts with it the next time', async () => {
    const world = await makeWorld();
    world.files.set(FEED, 503);
    await world.publish({ sequence: 101 }, SECOND_BASE);
    expect(await world.client().refresh('event')).toMatchObject({
      state: 'verified',
      payload: { sequence: 101 },
    });
    world.now += MINUTE;
    await world.client().refresh('event');
    expect(world.asked).toEqual([FEED, OTHER_FEED, OTHER_FEED]);
  });

  it('takes the other base address when the first holds back or plays an old feed', async () => {
    const world = await makeWorld();
    await world.client().refresh('event');
    world.now += MINUTE;
    await world.publish({ sequence: 50 });
    await world.publish({ sequence: 102 }, SECOND_BASE);
    expect(await world.client().refresh('event')).toMatchObject({
      state: 'verified',
      payload: { sequence: 102 },
    });
  });

  it('tells the gravest of two faults', async () => {
    const world = await makeWorld();
    world.files.set(FEED, await feedBytes(payloadOf(), [{ ...stranger, kid: feedKey.kid }]));
    world.files.set(OTHER_FEED, 'down');
    expect(await world.client().refresh('event')).toMatchObject({
      state: 'invalid',
      fault: 'signature-wrong',
    });
    world.now += HOUR;
    expect(await world.client([SECOND_BASE, FIRST]).refresh('event')).toMatchObject({
      fault: 'signature-wrong',
    });
  });

  it('backs off, and obeys Retry-After for events too', async () => {
    const world = await makeWorld();
    world.files.set(FEED, 503);
    expect(await world.client([FIRST]).refresh('routine')).toMatchObject({ nextAt: NOW + MINUTE });
    world.now += MINUTE;
    expect(await world.client([FIRST]).refresh('routine')).toMatchObject({ nextAt: NOW + 3 * MINUTE });
    world.headers = { 'retry-after': '3600' };
    world.now += 2 * MINUTE;
    expect(await world.client([FIRST]).refresh('routine')).toMatchObject({ nextAt: NOW + 63 * MINUTE });
    world.now += 59 * MINUTE;
    expect(await world.client([FIRST]).refresh('event')).toMatchObject({ asked: false });
  });

  it.each([
    ['an older feed', 'rolled-back', 'sequence-passed', payloadOf({ sequence: 99 })],
    ['another feed in the same place', 'rolled-back', 'sequence-reused', payloadOf({ services: {} })],
    ['an expired feed', 'stale', 'expired', payloadOf({ sequence: 101, expiresAt: payloadOf().issuedAt })],
    ['a feed of a past epoch', 'rolled-back', 'epoch-passed', payloadOf({ epoch: 0, sequence: 101 })],
    ['a feed of an unknown epoch', 'invalid', 'epoch-unknown', payloadOf({ epoch: 2, sequence: 1 })],
  ])('calls %s %s, and remembers what it had', async (_what, state, fault, payload) => {
    const world = await makeWorld();
    await world.client([FIRST]).refresh('event');
    world.now += MINUTE;
    world.files.set(FEED, await feedBytes(payload));
    expect(await world.client([FIRST]).refresh('event')).toMatchObject({ state, fault });
    expect(await world.client().current(world.now)).toMatchObject({
      state: 'verified',
      payload: { sequence: 100 },
    });
    world.now += MINUTE;
    await world.publish({ sequence: 101 });
    expect(await world.client([FIRST]).refresh('event')).toMatchObject({ state: 'verified', fault: null });
  });
});

describe('the keys', () => {
  it('are asked for when the feed is signed by a key that is not known yet', async () => {
    const world = await makeWorld();
    world.files.set(FEED, await feedBytes(payloadOf(issuedAt(NOW)), [feedKey2]));
    await putKeys(world, { version: 8, roles: rolesOf(feedKey2) });
    expect(await world.client().refresh('event')).toMatchObject({ state: 'verified' });
    expect(world.asked).toEqual([FEED, KEYS]);
    world.now += MINUTE;
    await world.client().refresh('event');
    expect(world.asked).toEqual([FEED, KEYS, FEED]);
  });

  it('are not believed without the root', async () => {
    const world = await makeWorld();
    world.files.set(FEED, await feedBytes(payloadOf(issuedAt(NOW)), [feedKey2]));
    await putKeys(world, { version: 8, roles: rolesOf(feedKey2) }, [root3, stranger]);
    expect(await world.client([FIRST]).refresh('event')).toMatchObject({
      state: 'invalid',
      fault: 'signatures-missing',
    });
  });

  it('that were withdrawn are not believed again, though an older keyset is shown', async () => {
    const world = await makeWorld();
    await world.publish({}, FIRST);
    await putKeys(world, { version: 8, roles: rolesOf(feedKey2) });
    world.files.set(FEED, await feedBytes(payloadOf(issuedAt(NOW)), [feedKey2]));
    await world.client().refresh('event');
    world.now += MINUTE;
    await putKeys(world, {});
    await world.publish({ sequence: 101 });
    expect(await world.client([FIRST]).refresh('event')).toMatchObject({ fault: 'signatures-missing' });
  });

  it('are looked for once a day by routine, and a withdrawn key is noticed then', async () => {
    const world = await makeWorld();
    await world.client([FIRST]).refresh('routine');
    expect(world.asked).toEqual([FEED, KEYS]);
    world.now += 23 * HOUR;
    await world.publish({ sequence: 101 });
    await world.client([FIRST]).refresh('routine');
    expect(world.asked).toEqual([FEED, KEYS, FEED]);
    world.now += HOUR;
    await world.publish({ sequence: 102 });
    await putKeys(world, { version: 8, roles: rolesOf(feedKey2) });
    expect(await world.client([FIRST]).refresh('routine')).toMatchObject({ fault: 'signatures-missing' });
    expect(await world.client().current(world.now)).toMatchObject({ state: 'invalid', payload: null });
  });

  it('that are withdrawn take the feed with them that they signed', async () => {
    const world = await makeWorld();
    await world.client([FIRST]).refresh('event');
    world.now += 6 * MINUTE;
    await putKeys(world, { version: 8, roles: rolesOf(feedKey2) });
    await world.client([FIRST]).refresh('routine');
    expect(Date.parse(payloadOf(issuedAt(NOW)).expiresAt)).toBeGreaterThan(world.now);
    expect(await world.client().current(world.now)).toMatchObject({
      payload: null,
      fault: 'signatures-missing',
    });
  });

  it('that are withdrawn take the outage with them that they witnessed', async () => {
    const world = await makeWorld();
    const outage = payloadOf({ ...issuedAt(NOW), services: { x: entryOf({ status: 'outage' }) } });
    world.files.set(FEED, await feedBytes(outage, [feedKey, witnessKey]));
    await world.client([FIRST]).refresh('event');
    world.now += 6 * MINUTE;
    const witness = { threshold: 1, keys: [stranger.publicKey] };
    await putKeys(world, { version: 8, roles: { ...keysetOf().roles, witness } });
    expect((await world.client([FIRST]).refresh('routine')).payload?.services.x?.status).toBe('degraded');
  });

  it('that cannot be fetched do not keep a good feed away', async () => {
    const world = await makeWorld();
    world.files.set(KEYS, 'down');
    expect(await world.client().refresh('routine')).toMatchObject({ state: 'verified' });
  });

  it('with a higher epoch start the sequence anew, and the feed of the old epoch is gone', async () => {
    const world = await makeWorld();
    await world.client().refresh('event');
    world.now += MINUTE;
    await putKeys(world, { version: 8, epoch: 2 });
    await world.publish({ epoch: 2, sequence: 1 });
    expect(await world.client().refresh('event')).toMatchObject({
      state: 'verified',
      payload: { epoch: 2, sequence: 1 },
    });
    world.now += MINUTE;
    await world.publish({ epoch: 1, sequence: 200 });
    expect(await world.client([FIRST]).refresh('event')).toMatchObject({ fault: 'epoch-passed' });
  });

  it('that expired make the feed stale, unless newer ones are to be had', async () => {
    const world = await makeWorld();
    world.now = Date.parse(keysetOf().expiresAt);
    await world.publish();
    expect(await world.client([FIRST]).refresh('event')).toMatchObject({
      state: 'stale',
      fault: 'keys-expired',
    });
    expect(world.asked).toEqual([KEYS]);
    world.now += MINUTE;
    await putKeys(world, { version: 8, expiresAt: '2026-01-01T00:00:00Z' });
    expect(await world.client([FIRST]).refresh('event')).toMatchObject({ state: 'verified' });
  });

  it('that a new package brings replace older ones that were remembered', async () => {
    const world = await makeWorld();
    await world.client().refresh('event');
    world.trust = await trustOf(keysetOf({ version: 9, roles: rolesOf(feedKey2) }));
    world.now += MINUTE;
    expect(await world.client([FIRST]).refresh('event')).toMatchObject({ fault: 'signatures-missing' });
    world.files.set(FEED, await feedBytes(payloadOf({ sequence: 101 }), [feedKey2]));
    world.now += MINUTE;
    expect(await world.client([FIRST]).refresh('event')).toMatchObject({ state: 'verified' });
  });
});

describe('what is remembered', () => {
  it('is written at once: the feed, its place and the keys are never apart', async () => {
    const world = await makeWorld();
    const written: unknown[] = [];
    const area = { ...world.area, set: async (_key: string, value: unknown) => void written.push(value) };
    await world.client([FIRST], area).refresh('event');
    expect(written).toHaveLength(2);
    expect(written[0]).toMatchObject({ last: null, schedule: { askedAt: NOW } });
    expect(written[1]).toMatchObject({
      last: { sequence: 100, keysVersion: 7 },
      keys: { version: 7 },
      fault: null,
    });
  });

  it('belongs to its root keys: another feed starts with nothing', async () => {
    const world = await makeWorld();
    await world.client().refresh('event');
    world.trust = { ...world.trust, root: { threshold: 1, keys: [root1.publicKey] } };
    expect(await world.client().current(NOW)).toMatchObject({ state: 'unreachable', fault: 'not-asked' });
  });

  it.each([
    ['garbage', 'garbage'],
    ['a half-written value', { version: 1 }],
    ['a newer version', { version: 2 }],
  ])('counts as nothing when it is %s', async (_what, stored) => {
    const world = await makeWorld();
    await world.area.set('feed', stored);
    expect(await world.client().current(NOW)).toMatchObject({ fault: 'not-asked' });
    expect(await world.client().refresh('event')).toMatchObject({ state: 'verified' });
  });

  it('lasts as long as the program when it cannot be written', async () => {
    const world = await makeWorld();
    const area = {
      ...world.area,
      get: async () => Promise.reject(new Error('not now')),
      set: async () => Promise.reject(new Error('full')),
    };
    const client = world.client([FIRST], area);
    expect(await client.refresh('event')).toMatchObject({ state: 'verified' });
    expect(await client.current(NOW)).toMatchObject({ state: 'verified' });
    world.now += MINUTE;
    await world.publish({ sequence: 99 });
    expect(await client.refresh('event')).toMatchObject({ state: 'rolled-back' });
  });

  it('keeps an outage witnessed, or not, as it was', async () => {
    const world = await makeWorld();
    const outage = payloadOf({ ...issuedAt(NOW), services: { x: entryOf({ status: 'outage' }) } });
    world.files.set(FEED, await feedBytes(outage));
    await world.client().refresh('event');
    const status = async () => (await world.client().current(world.now)).payload?.services.x?.status;
    expect(await status()).toBe('degraded');
    world.now += MINUTE;
    world.files.set(FEED, await feedBytes(outage, [feedKey, witnessKey]));
    await world.client().refresh('event');
    expect(await status()).toBe('outage');
  });
});
