import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CountKind } from '../../../feed/store/count-kinds.ts';
import type { BucketCount, CountStore, StoreResult } from '../../../feed/store/count-store.ts';
import { BUCKET, tally, tallies } from './tallies.ts';

/** An empty store, seen by several nodes; a store of one machine is the same for all. */
export interface StoreUnderTest {
  readonly nodes: readonly [CountStore, CountStore];
  end(): Promise<void>;
}

const NOON = BUCKET * 300_000;

export const valueOf = <Value>(result: StoreResult<Value>): Value => {
  if (!result.ok) throw new Error(`the store is ${result.fault}`);
  return result.value;
};

const sorted = (counts: readonly BucketCount[]): BucketCount[] =>
  [...counts].sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));

/** What every store of counts promises, whatever it is made of. */
export const describeCountStore = (name: string, make: () => Promise<StoreUnderTest>): void => {
  describe(`${name} as a store of counts`, () => {
    let under: StoreUnderTest;
    let [one, other] = [] as unknown as [CountStore, CountStore];
    const read = async (...buckets: number[]): Promise<readonly BucketCount[]> =>
      valueOf(await other.read(buckets));
    const only = async (kind: CountKind = 'forced-logout'): Promise<BucketCount> => {
      const [count, ...more] = (await read(BUCKET)).filter((one) => one.kind === kind);
      if (!count || more.length > 0) throw new Error('expected one count');
      return count;
    };

    beforeEach(async () => {
      under = await make();
      [one, other] = under.nodes;
    });
    afterEach(() => under.end());

    it('is empty at first, and takes nothing as nothing', async () => {
      expect(await one.add([])).toEqual({ ok: true, value: null });
      expect(await read(BUCKET, BUCKET - 1)).toEqual([]);
    });

    it('counts reports and distinct networks of each service, kind and bucket by themselves', async () => {
      await one.add([
        tally({ from: 1 }),
        tally({ from: 1 }),
        tally({ from: 2 }),
        tally({ from: 1, kind: 'errors' }),
        tally({ from: 1, service: 'x' }),
        tally({ from: 1, bucket: BUCKET - 1 }),
      ]);
      const told = (await read(BUCKET - 1, BUCKET)).map(({ service, kind, bucket, reports, networks }) => [
        ...[service, kind, bucket - BUCKET, reports, networks],
      ]);
      expect(told.sort()).toEqual([
        ['facebook', 'complaint', -1, 1, 1],
        ['facebook', 'complaint', 0, 4, 2],
        ['facebook', 'errors', 0, 1, 1],
        ['facebook', 'forced-logout', -1, 1, 1],
        ['facebook', 'forced-logout', 0, 3, 2],
        ['x', 'complaint', 0, 1, 1],
        ['x', 'forced-logout', 0, 1, 1],
      ]);
    });

    it('counts a network once among those that complain, whatever and through whomever it complains of', async () => {
      await one.add([
        tally({ from: 1, kind: 'forced-logout' }),
        tally({ from: 1, kind: 'sign-in-rejected' }),
        tally({ from: 2, kind: 'errors', block: 9, region: 'FR' }),
        tally({ from: 3, kind: 'unreachable' }),
      ]);
      await other.add([
        tally({ from: 1, kind: 'suspended-notice' }),
        tally({ from: 4, kind: 'presence' }),
        tally({ from: 5, kind: 'sign-in-works' }),
      ]);
      expect(await only('complaint')).toMatchObject({
        networks: 3,
        reports: 5,
        blocks: [2, 1],
        regions: { FR: 1 },
      });
    });

    it('tells those that complain to within 4 % also where they are many and complain of different things', async () => {
      const kinds = ['forced-logout', 'errors', 'unreachable'] as const;
      const all = tallies(9000, (from) => ({ kind: kinds[from % 3] ?? 'errors' }));
      await one.add(all.slice(0, 5000));
      await other.add(all.slice(4000));
      expect(Math.abs((await only('complaint')).networks / 9000 - 1)).toBeLessThan(0.04);
    });

    it('tells of the buckets it is asked for, each once', async () => {
      await one.add([tally({ bucket: BUCKET - 1 }), tally()]);
      expect((await read(BUCKET, BUCKET, BUCKET - 2)).map(({ kind, bucket }) => [kind, bucket])).toEqual([
        ['forced-logout', BUCKET],
        ['complaint', BUCKET],
      ]);
    });

    it('counts a network once, whichever node and flush it comes through', async () => {
      await one.add([tally({ from: 7 })]);
      await other.add([tally({ from: 7 }), tally({ from: 8 })]);
      await one.add([tally({ from: 7 })]);
      expect(await only()).toMatchObject({ networks: 2, reports: 4 });
    });

    it('counts at most three reports a network', async () => {
      await one.add(Array.from({ length: 9 }, () => tally({ from: 1 })));
      expect(await only()).toMatchObject({ networks: 1, reports: 3 });
    });

    it('is exact to 2,000 networks', async () => {
      await one.add(tallies(1500));
      await other.add(tallies(2000));
      expect(await only()).toMatchObject({ networks: 2000 });
    });

    it.each([2500, 10_000, 40_000])('tells %i networks to within 4 %%', async (count) => {
      const all = tallies(count);
      for (let first = 0; first < count; first += 5000) await one.add(all.slice(first, first + 5000));
      await other.add(all.slice(0, 5000));
      const { networks, reports } = await only();
      expect(Math.abs(networks / count - 1)).toBeLessThan(0.04);
      expect(reports).toBe(count + Math.min(count, 5000));
    });

    it('names the largest blocks first, at most 64 of them', async () => {
      // Block 0 has 100 networks, block 1 has 99, and so on.
      const sizes = Array.from({ length: 70 }, (_, block) => 100 - block);
      let from = 0;
      const all = sizes.flatMap((size, block) =>
        Array.from({ length: Math.max(1, Math.floor(size / 5)) }, () => tally({ from: from++, block })),
      );
      await one.add([...all].reverse());
      const { blocks } = await only();
      expect(blocks).toHaveLength(64);
      expect(blocks).toEqual(sizes.slice(0, 64).map((size) => Math.max(1, Math.floor(size / 5))));
    });

    it('tells the share of a block also beyond what it keeps one by one', async () => {
      const all = tallies(20_000, (from) => (from % 10 < 3 ? { block: 999 } : {}));
      for (let first = 0; first < all.length; first += 4000) await one.add(all.slice(first, first + 4000));
      const { blocks, networks } = await only();
      expect(Math.abs((blocks[0] ?? 0) / networks - 0.3)).toBeLessThan(0.04);
      expect(blocks[1] ?? 0).toBeLessThan(0.03 * networks);
    });

    it('counts the networks of each region; one that was named with two is one network', async () => {
      await one.add([
        ...tallies(30, (from) => ({ region: from < 20 ? 'FR' : 'US-CA' })),
        tally({ from: 30 }),
        tally({ from: 0, region: 'BR' }),
      ]);
      const { networks, regions } = await only();
      expect(networks).toBe(31);
      expect(regions['US-CA']).toBe(10);
      expect((regions['FR'] ?? 0) + (regions['BR'] ?? 0)).toBe(20);
    });

    it('gives the same counts however the tallies are cut into flushes and spread over nodes', async () => {
      const afresh = async (
        fill: (nodes: StoreUnderTest['nodes']) => Promise<void>,
      ): Promise<readonly BucketCount[]> => {
        await under.end();
        under = await make();
        await fill(under.nodes);
        return sorted(valueOf(await under.nodes[0].read([BUCKET, BUCKET - 1])));
      };
      const shape = fc.record({
        from: fc.nat(40),
        kind: fc.constantFrom('errors' as const, 'presence' as const),
        bucket: fc.constantFrom(BUCKET, BUCKET - 1),
        through: fc.nat(1),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(shape, { maxLength: 20 }), { maxLength: 6 }), async (flushes) => {
          const inParts = await afresh(async (nodes) => {
            for (const flush of flushes)
              for (const through of [0, 1] as const)
                await nodes[through].add(flush.filter((each) => each.through === through).map(tally));
          });
          const atOnce = await afresh(async ([node]) => {
            await node.add(flushes.flat().reverse().map(tally));
          });
          expect(inParts).toEqual(atOnce);
          expect(inParts.length > 0).toBe(flushes.flat().length > 0);
        }),
        { numRuns: 12, seed: 5 },
      );
    });

    it('has one secret an hour, the same for all nodes', async () => {
      const [mine, yours] = [
        valueOf(await one.hashKey(NOON)),
        valueOf(await other.hashKey(NOON + 3_599_999)),
      ];
      expect(mine).toHaveLength(32);
      expect(Buffer.compare(mine, yours)).toBe(0);
      expect(Buffer.compare(mine, valueOf(await other.hashKey(NOON + 3_600_000)))).not.toBe(0);
      expect(Buffer.compare(mine, valueOf(await one.hashKey(NOON)))).toBe(0);
    });

    it('knows which nodes lived in the last ten seconds', async () => {
      expect(valueOf(await one.livingNodes(NOON))).toBe(0);
      await one.beat('a', NOON);
      await other.beat('b', NOON + 4000);
      await other.beat('b', NOON + 5000);
      expect(valueOf(await one.livingNodes(NOON + 9999))).toBe(2);
      expect(valueOf(await other.livingNodes(NOON + 10_000))).toBe(1);
      expect(valueOf(await one.livingNodes(NOON + 15_000))).toBe(0);
    });
  });
};
