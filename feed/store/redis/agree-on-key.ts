import { z } from '../../../lib/model/zod.ts';
import type { RandomBytes, StoreResult } from '../count-store.ts';
import { createHourKeys, hourOf, KEY_BYTES } from '../memory/hour-keys.ts';
import { hourKey } from './redis-keys.ts';
import { faultOf, type RedisLink } from './redis-link.ts';

/** An hour, the 20 minutes in which its last bucket still takes reports, and the minute that it is drawn ahead; ms. */
const KEY_LIFE = (60 + 20 + 1) * 60_000;

const storedKey = z.string().check(z.regex(new RegExp(`^[0-9a-f]{${2 * KEY_BYTES}}$`)));

/**
 * The key of an hour on which all nodes agree: whoever comes first puts it there (`SET NX`), the others take it; it dies by
 * itself. A node proposes what it already uses: when Redis was emptied in the middle of the hour, that key comes back.
 */
export const createKeyAgreement = (link: RedisLink, random: RandomBytes) => {
  const ownProposal = createHourKeys(random);
  const agreed = new Map<number, Uint8Array>();
  return async (now: number): Promise<StoreResult<Uint8Array>> => {
    const hour = hourOf(now);
    const key = hourKey(hour);
    const proposal = Buffer.from(agreed.get(hour) ?? ownProposal(now)).toString('hex');
    const sent = await link.send([
      { key, words: ['SET', key, proposal, 'NX', 'PX', String(KEY_LIFE)] },
      { key, words: ['GET', key] },
    ]);
    const fault = faultOf(sent);
    if (fault) return { ok: false, fault };
    const parsed = z.safeParse(storedKey, sent[1]?.ok ? sent[1].reply : undefined);
    if (!parsed.success) return { ok: false, fault: 'unreachable' };
    agreed.set(hour, Buffer.from(parsed.data, 'hex'));
    for (const past of [...agreed.keys()].sort((one, other) => other - one).slice(2)) agreed.delete(past);
    return { ok: true, value: Buffer.from(parsed.data, 'hex') };
  };
};
