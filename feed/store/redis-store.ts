import { z } from '../../lib/model/zod.ts';
import type { Lease } from '../publish/lease.ts';
import { NODE_SILENCE } from './count-limits.ts';
import type { CountStore, RandomBytes, StoreResult } from './count-store.ts';
import { addCounts } from './redis/add-counts.ts';
import { createKeyAgreement } from './redis/agree-on-key.ts';
import { connectCluster } from './redis/cluster-connection.ts';
import type { Connection } from './redis/connection.ts';
import { readCounts } from './redis/read-counts.ts';
import { readRedisAddress, type RedisAddress } from './redis/redis-address.ts';
import { NODES_KEY } from './redis/redis-keys.ts';
import { createRedisLease } from './redis/redis-lease.ts';
import { createRedisLink, faultOf, type RedisLink } from './redis/redis-link.ts';
import { connectSingle } from './redis/single-connection.ts';

export interface RedisStoreOptions {
  readonly random: RandomBytes;
  /** Milliseconds without renewal after which the lease is free; 15,000 unless told otherwise. */
  readonly leaseTime?: number;
  /** Milliseconds to wait for Redis at the start; 3,000 unless told otherwise. It may also come later. */
  readonly patience?: number;
}

export type RedisStore = CountStore & { readonly lease: Lease };

const nodeCount = z.int().check(z.gte(0));

const connecting =
  ({ cluster, nodes }: RedisAddress, random: RandomBytes) =>
  (): Connection =>
    cluster ? connectCluster(nodes, random) : connectSingle(nodes[0] ?? '', random);

/** Says that `node` lives, and forgets those silent for long. */
const beat = async (link: RedisLink, node: string, now: number): Promise<StoreResult<null>> => {
  const key = NODES_KEY;
  const sent = await link.send([
    { key, words: ['ZADD', key, String(now), node] },
    { key, words: ['ZREMRANGEBYSCORE', key, '-inf', String(now - NODE_SILENCE)] },
    { key, words: ['PEXPIRE', key, String(2 * NODE_SILENCE)] },
  ]);
  const fault = faultOf(sent);
  return fault ? { ok: false, fault } : { ok: true, value: null };
};

const livingNodes = async (link: RedisLink, now: number): Promise<StoreResult<number>> => {
  const words = ['ZCOUNT', NODES_KEY, `(${now - NODE_SILENCE}`, '+inf'];
  const sent = await link.send([{ key: NODES_KEY, words }]);
  const fault = faultOf(sent);
  const parsed = z.safeParse(nodeCount, sent[0]?.ok ? sent[0].reply : undefined);
  if (fault || !parsed.success) return { ok: false, fault: fault ?? 'unreachable' };
  return { ok: true, value: parsed.data };
};

/**
 * The counts of many machines, and the publisher's lease, in Redis or Valkey. Everything there dies by itself within an hour or
 * so and nothing should be written to disk (`save ""`, `appendonly no`). A Redis that cannot be reached is a value
 * (`unreachable`): the line mends itself, and nothing is queued meanwhile.
 *
 * @param url `redis://host:port`, `redis://a,redis://b,…` or `redis+cluster://host:port`; `rediss` for TLS.
 * @throws TypeError when `url` is none of these.
 */
export const connectRedisStore = async (
  url: string,
  { random, leaseTime, patience = 3000 }: RedisStoreOptions,
): Promise<RedisStore> => {
  const address = readRedisAddress(url);
  if (!address.ok) throw new TypeError(`The address of Redis does not fit: expected ${address.expected}.`);
  const link = createRedisLink(connecting(address.value, random));
  await link.whenOpen(patience);
  return {
    hashKey: createKeyAgreement(link, random),
    add: (tallies) => addCounts(link, tallies),
    read: (buckets) => readCounts(link, buckets),
    beat: (node, now) => beat(link, node, now),
    livingNodes: (now) => livingNodes(link, now),
    lease: createRedisLease(link, leaseTime),
    async close() {
      link.close();
    },
  };
};
