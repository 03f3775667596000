import { describe, expect, it } from 'vitest';
import type { CountStore, Tally } from '../../../feed/store/count-store.ts';
import { bucketOf } from '../../../lib/model/report.ts';
import { SERVICE_IDS } from '../../../lib/model/service-id.ts';
import { bytes, reportOf, START, startNode } from './a-report.ts';

const NOW = bucketOf(START);

/** A store that keeps what it is given, and does what a test says. */
const recordingStore = (does: Partial<CountStore> = {}) => {
  const added: Tally[][] = [];
  const store: CountStore = {
    hashKey: async () => ({ ok: true, value: new Uint8Array(32) }),
    add: async (tallies) => {
      added.push([...tallies]);
      return { ok: true, value: null };
    },
    read: async () => ({ ok: true, value: [] }),
    beat: async () => ({ ok: true, value: null }),
    livingNodes: async () => ({ ok: true, value: 1 }),
    close: async () => undefined,
    ...does,
  };
  return { store, added };
};

describe('a report that fits', () => {
  it('counts for its service, kind and bucket, from its network', async () => {
    const node = await startNode();
    node.send();
    node.send({ kind: 'presence' });
    node.send({ service: 'x' }, '2001:db8::1', 'FR');
    expect(node.ingest.counters()).toMatchObject({ received: 3, accepted: 3, shed: 0, lost: 0 });
    expect(await node.counts()).toMatchObject([
      {
        service: 'facebook',
        kind: 'forced-logout',
        bucket: NOW,
        reports: 1,
        networks: 1,
        blocks: [1],
        regions: {},
      },
      { service: 'facebook', kind: 'presence', reports: 1 },
      { service: 'x', kind: 'forced-logout', reports: 1, regions: { FR: 1 } },
    ]);
  });

  it('counts from one network however many addresses that has, and two from two', async () => {
    const node = await startNode();
    node.send({}, '203.0.113.7');
    node.send({}, '203.0.113.8');
    node.send({}, '::ffff:203.0.113.9');
    node.send({}, '203.0.114.7');
    expect(await node.counts()).toMatchObject([{ networks: 2, reports: 4, blocks: [2] }]);
  });

  it('counts three times a network, service and bucket, whatever its kind', async () => {
    const node = await startNode();
    for (const kind of ['errors', 'errors', 'unreachable', 'errors', 'forced-logout', 'presence'])
      node.send({ kind });
    node.send({ service: 'x' });
    node.send({ bucket: NOW - 1 });
    expect(node.ingest.counters()).toMatchObject({ accepted: 5, dropped: { 'too-many': 3 } });
  });

  it.each(['FR', 'US-CA', 'XX', 'T1'])('is counted in the region %s', async (region) => {
    const node = await startNode();
    node.send({}, '203.0.113.7', region);
    expect((await node.counts())[0]?.regions).toEqual({ [region]: 1 });
  });

  it.each(['', 'fr', 'FRANCE', '__proto__', 'FR,US', 'F', '203.0.113.7'])(
    'counts without a region where the edge supplied %j',
    async (region) => {
      const node = await startNode();
      node.send({}, '203.0.113.7', region);
      const [count] = await node.counts();
      expect([count?.networks, count?.regions]).toEqual([1, {}]);
    },
  );
});

describe('a report that does not fit', () => {
  it.each([
    ['malformed', 'no JSON', '{"v":1'],
    ['malformed', 'empty', ''],
    ['malformed', 'a list', '[]'],
    ['malformed', 'null', 'null'],
    ['malformed', 'another version', reportOf({ v: 2 })],
    ['malformed', 'a kind that is none', reportOf({ kind: 'toString' })],
    ['malformed', 'one key more', reportOf({ locale: 'fr' })],
    ['malformed', 'a key of the prototype', `${JSON.stringify(reportOf()).slice(0, -1)},"__proto__":{}}`],
    ['malformed', 'a constructor', reportOf({ constructor: 1 })],
    ['malformed', 'a bucket as text', reportOf({ bucket: String(NOW) })],
    ['malformed', 'half a bucket', reportOf({ bucket: NOW + 0.5 })],
    ['malformed', 'a bucket below zero', reportOf({ bucket: -1 })],
    ['malformed', 'a huge bucket', `{"v":1,"service":"facebook","kind":"errors","bucket":1e308}`],
    ['malformed', 'a service of no form', reportOf({ service: 'site:' })],
    ['malformed', 'a byte order mark', `\uFEFF${JSON.stringify(reportOf())}`],
    ['malformed', 'bytes that are no UTF-8', Buffer.concat([bytes(reportOf()), Buffer.from([0xff])])],
    ['too-large', '257 bytes', JSON.stringify(reportOf()).padEnd(257)],
    ['service', 'a site of one’s own', reportOf({ service: 'site:example.org' })],
    ['bucket', 'the next bucket', reportOf({ bucket: NOW + 1 })],
    ['bucket', 'the fourth bucket before', reportOf({ bucket: NOW - 4 })],
    ['bucket', 'the largest bucket', reportOf({ bucket: Number.MAX_SAFE_INTEGER })],
  ])('is dropped as %s: %s', async (reason, _, body) => {
    const node = await startNode();
    node.ingest.accept(body instanceof Uint8Array ? body : bytes(body), '203.0.113.7', null);
    expect(node.ingest.counters()).toMatchObject({ received: 1, accepted: 0, dropped: { [reason]: 1 } });
    expect(await node.counts(NOW - 4, NOW - 1, NOW, NOW + 1)).toEqual([]);
  });

  it('is dropped when its address cannot be read', async () => {
    const node = await startNode();
    node.send({}, 'unknown');
    expect(node.ingest.counters()).toMatchObject({ accepted: 0, dropped: { address: 1 } });
  });

  it('is dropped when the feed does not speak of its service', async () => {
    const node = await startNode({ services: ['facebook', 'site:example.org'] });
    for (const service of [...SERVICE_IDS, 'site:example.org']) node.send({ service });
    expect(node.ingest.counters()).toMatchObject({
      accepted: 1,
      dropped: { service: SERVICE_IDS.length },
    });
  });

  it('of 256 bytes still fits, and so do the three earlier buckets', async () => {
    const node = await startNode();
    node.ingest.accept(bytes(JSON.stringify(reportOf()).padEnd(256)), '203.0.113.7', null);
    for (const age of [1, 2, 3]) node.send({ bucket: NOW - age });
    expect(node.ingest.counters().accepted).toBe(4);
  });
});

describe('the keys under which networks are hashed', () => {
  const HOUR = Date.UTC(2024, 2, 5, 16);

  it('follow the hour of the event, so that a network that reports late counts once in its bucket', async () => {
    const node = await startNode({}, HOUR - 60_000);
    const bucket = bucketOf(node.at);
    node.send({ bucket });
    await node.ingest.flush();
    node.at = HOUR + 14 * 60_000;
    await node.ingest.flush();
    node.send({ bucket });
    node.send({ bucket }, '198.51.100.1');
    expect(await node.counts(bucket)).toMatchObject([{ reports: 3, networks: 2 }]);
  });

  it('are there at the first moment of an hour, since they were fetched a minute ahead', async () => {
    const node = await startNode({}, HOUR - 30_000);
    await node.ingest.flush();
    node.at = HOUR;
    node.send();
    expect(node.ingest.counters()).toMatchObject({ accepted: 1, dropped: { 'no-key': 0 } });
  });

  it('are two at most, and never those of an hour whose reports are all in', async () => {
    const asked = new Set<number>();
    const { store } = recordingStore({
      hashKey: async (now) => {
        asked.add(now);
        return { ok: true, value: new Uint8Array(32).fill(now % 251) };
      },
    });
    const node = await startNode({ store }, HOUR - 120_000);
    for (let minute = -1; minute <= 60; minute += 1) {
      asked.clear();
      node.at = HOUR + minute * 60_000;
      await node.ingest.flush();
      const hours = [...asked].map((at) => (at - HOUR) / 3_600_000).sort((one, other) => one - other);
      const wanted = minute < 15 ? [-1, 0] : minute < 59 ? [0] : [0, 1];
      expect([minute, hours]).toEqual([minute, wanted]);
    }
  });

  it('make other names for the same network in another service, bucket or hour, and for its block', async () => {
    const { store, added } = recordingStore();
    const node = await startNode({ store }, HOUR + 60_000);
    for (const service of ['facebook', 'x'])
      for (const age of [0, 1]) node.send({ service, bucket: bucketOf(node.at) - age });
    await node.ingest.flush();
    const names = added.flat().flatMap(({ network, block }) => [network, block, network.slice(0, 8)]);
    expect(new Set(names).size).toBe(12);
    for (const { network, block } of added.flat())
      expect(`${network} ${block}`).toMatch(/^[0-9a-f]{12} [0-9a-f]{8}$/);
  });

  it('are needed: without one nothing is counted, and no address waits for it', async () => {
    const { store, added } = recordingStore({ hashKey: async () => ({ ok: false, fault: 'unreachable' }) });
    const node = await startNode({ store });
    node.send();
    await node.ingest.flush();
    expect(node.ingest.counters()).toMatchObject({ accepted: 0, dropped: { 'no-key': 1 } });
    expect(added).toEqual([]);
  });
});

describe('an ingest node under load', () => {
  it('reads everything up to its capacity, and beyond keeps about as much, by a coin', async () => {
    let [coin, sent] = [0, 0];
    // Multiples of the golden ratio: as evenly spread as a sequence can be.
    const random = (): number => (coin = (coin + 0.618_033_988_749) % 1);
    const node = await startNode({ capacity: 1000, random });
    const keptOf = async (count: number): Promise<number> => {
      const before = node.ingest.counters().accepted;
      for (const end = sent + count; sent < end; sent += 1) node.send({}, `10.${sent >> 8}.${sent & 255}.1`);
      await node.ingest.flush();
      node.at += 1000;
      return node.ingest.counters().accepted - before;
    };
    expect(await keptOf(1000)).toBe(1000);
    // Five times the capacity: the first second of it is still a surprise.
    expect(await keptOf(5000)).toBeLessThanOrEqual(2000);
    for (let second = 0; second < 3; second += 1)
      expect(Math.abs((await keptOf(5000)) - 1000)).toBeLessThan(20);
    // When it is over, nothing is thrown away any more.
    await keptOf(500);
    expect(await keptOf(500)).toBe(500);
  });

  it('obeys the published rate only when there is too much, since clients obeyed it already; at 0 it takes nothing', async () => {
    let rate = 0.1;
    const node = await startNode({ capacity: 100, random: () => 0.5, rate: () => rate });
    for (let sent = 0; sent < 150; sent += 1) node.send({}, `10.0.${sent}.1`);
    expect(node.ingest.counters()).toMatchObject({ accepted: 100, shed: 50 });
    node.at += 2000;
    [rate] = [0];
    node.send({}, '10.1.1.1');
    rate = Number.NaN;
    node.send({}, '10.1.1.1');
    expect(node.ingest.counters()).toMatchObject({ accepted: 100, shed: 52 });
  });

  it('holds at most two seconds’ worth while the store is slow, those under way included', async () => {
    let answer = (): void => undefined;
    const { store } = recordingStore({
      add: () => new Promise((resolve) => (answer = () => resolve({ ok: true, value: null }))),
    });
    const node = await startNode({ store, capacity: 100, random: () => 0 });
    for (let sent = 0; sent < 150; sent += 1) node.send({}, `10.0.${sent}.1`);
    const slow = node.ingest.flush();
    expect(node.ingest.flush()).toBe(slow);
    for (let sent = 0; sent < 150; sent += 1) node.send({}, `10.1.${sent}.1`);
    expect(node.ingest.counters()).toMatchObject({ accepted: 200, shed: 100 });
    answer();
    await slow;
    node.send({}, '10.2.0.1');
    expect(node.ingest.counters()).toMatchObject({ accepted: 201, lost: 0 });
  });

  it('gives again what was surely not added, and counts the rest as lost', async () => {
    let fails = true;
    const batches: number[] = [];
    const { store } = recordingStore({
      add: async (tallies) => {
        batches.push(tallies.length);
        return fails
          ? { ok: false, fault: 'unreachable', notAdded: tallies.slice(0, 2) }
          : { ok: true, value: null };
      },
    });
    const node = await startNode({ store });
    for (const last of [1, 2, 3]) node.send({}, `10.0.${last}.1`);
    await node.ingest.flush();
    fails = false;
    node.send({}, '10.0.4.1');
    await node.ingest.flush();
    expect(batches).toEqual([3, 3]);
    expect(node.ingest.counters()).toMatchObject({ accepted: 4, lost: 1 });
  });

  it('lets go of what the store could not take once its bucket is over', async () => {
    const { store, added } = recordingStore();
    const refusing: CountStore = {
      ...store,
      add: async (tallies) => ({ ok: false, fault: 'unreachable', notAdded: tallies }),
    };
    const node = await startNode({ store: refusing });
    node.send();
    await node.ingest.flush();
    expect(node.ingest.counters().lost).toBe(0);
    node.at += 20 * 60_000;
    await node.ingest.flush();
    expect(node.ingest.counters().lost).toBe(1);
    expect(added).toEqual([]);
  });

  it('says each second that it lives, under a name that says nothing', async () => {
    const beats: [string, number][] = [];
    const { store } = recordingStore({
      beat: async (name, at) => {
        beats.push([name, at]);
        return { ok: true, value: null };
      },
    });
    const node = await startNode({ store });
    await node.ingest.flush();
    node.at += 1000;
    await node.ingest.flush();
    expect(beats.map(([, at]) => at)).toEqual([START, START + 1000]);
    expect(beats[0]?.[0]).toBe(beats[1]?.[0]);
    expect(beats[0]?.[0]).toMatch(/^[0-9a-f]+$/);
  });

  it('hands over what it has when it is closed, and takes nothing after', async () => {
    const { store, added } = recordingStore();
    const node = await startNode({ store });
    node.send();
    await node.ingest.close();
    node.send({}, '10.0.0.1');
    expect(added.flat()).toHaveLength(1);
    expect(node.ingest.counters()).toMatchObject({ accepted: 1, shed: 1 });
  });
});
