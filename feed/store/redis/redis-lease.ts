import type { Lease } from '../../publish/lease.ts';
import { z } from '../../../lib/model/zod.ts';
import type { StoreResult } from '../count-store.ts';
import { LEASE_FENCE_KEY, LEASE_HOLDER_KEY } from './redis-keys.ts';
import { faultOf, type RedisLink } from './redis-link.ts';

/** Milliseconds that the lease lasts without being renewed: a holder renews it every few seconds. */
export const LEASE_TIME = 15_000;

/**
 * Takes or renews the lease in one step. The fence is above the last one, above the highest that the asker ever saw, and
 * not below Redis' own clock in Unix ms: so it rises also after Redis was emptied, whatever the nodes' clocks say.
 */
const HOLD = `
local holder = redis.call('GET', KEYS[1])
local last = tonumber(redis.call('GET', KEYS[2]) or '0')
if holder and holder ~= ARGV[1] then return false end
if holder and last > 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return string.format('%.0f', last)
end
local time = redis.call('TIME')
local fence = math.max(last + 1, tonumber(ARGV[3]) + 1, time[1] * 1000 + math.floor(time[2] / 1000))
local text = string.format('%.0f', fence)
redis.call('SET', KEYS[2], text)
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return text`;

const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

const fenceText = z.nullable(z.string().check(z.regex(/^\d{1,16}$/)));

/** The publisher's lease in Redis. Both its keys lie on one shard. */
export const createRedisLease = (link: RedisLink, leaseTime = LEASE_TIME): Lease => {
  let highest = 0;

  const ask = async (...words: readonly string[]): Promise<StoreResult<number | null>> => {
    const sent = await link.send([{ key: LEASE_FENCE_KEY, words }]);
    const fault = faultOf(sent);
    if (fault) return { ok: false, fault };
    const parsed = z.safeParse(fenceText, sent[0]?.ok ? sent[0].reply : undefined);
    if (!parsed.success) return { ok: false, fault: 'unreachable' };
    const fence = parsed.data === null ? null : Number(parsed.data);
    highest = Math.max(highest, fence ?? 0);
    return { ok: true, value: fence };
  };

  return {
    hold: (node) =>
      ask('EVAL', HOLD, '2', LEASE_HOLDER_KEY, LEASE_FENCE_KEY, node, String(leaseTime), String(highest)),
    async stands(fence) {
      const newest = await ask('GET', LEASE_FENCE_KEY);
      return newest.ok ? { ok: true, value: newest.value === fence } : newest;
    },
    async release(node) {
      // When it cannot be given back it runs out by itself.
      await link.send([{ key: LEASE_HOLDER_KEY, words: ['EVAL', RELEASE, '1', LEASE_HOLDER_KEY, node] }]);
    },
  };
};
