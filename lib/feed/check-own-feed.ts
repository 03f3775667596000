import type { KeyValueArea } from '../model/key-value-area.ts';
import { feedBase } from '../model/signed-feed.ts';
import type { OwnFeed } from '../model/own-feed.ts';
import { toTimestamp } from '../model/timestamp.ts';
import { z } from '../model/zod.ts';
import { createFeedClient } from './client.ts';
import type { FeedFault } from './feed-fault.ts';
import type { FetchPort } from './fetch-feed.ts';
import { readTrust } from './trust.ts';

/** Why a feed of one's own cannot be used, in a word for programs; the pages say it in words for people. */
export type OwnFeedFault = 'trust-not-json' | 'not-a-trust' | 'address-unusable' | FeedFault;

export type OwnFeedCheck =
  { readonly ok: true; readonly feed: OwnFeed } | { readonly ok: false; readonly fault: OwnFeedFault };

const MOST_BASES = 4;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** An area that is forgotten with the check, so that a feed that is only tried leaves nothing behind. */
const passingArea = (): KeyValueArea => {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, value),
    remove: async (key) => void values.delete(key),
  };
};

/**
 * Reads a feed once as it would be read from then on. `base` is the address that the person gave, empty to use those in
 * the trust file; `trust` is the text of a `trust.json`. Never throws.
 */
export const checkOwnFeed = async (
  base: string,
  trust: string,
  { fetch, now }: { readonly fetch: FetchPort; readonly now: () => number },
): Promise<OwnFeedCheck> => {
  const content = parseJson(trust);
  if (content === undefined) return { ok: false, fault: 'trust-not-json' };
  const trusted = readTrust(content);
  if (!trusted) return { ok: false, fault: 'not-a-trust' };
  const given = base.trim();
  if (given !== '' && !z.safeParse(feedBase, given).success) return { ok: false, fault: 'address-unusable' };
  const bases = [...new Set(given === '' ? trusted.bases : [given, ...trusted.bases])].slice(0, MOST_BASES);
  if (bases.length === 0) return { ok: false, fault: 'address-unusable' };
  const client = createFeedClient({
    trust: trusted,
    bases,
    fetch,
    area: passingArea(),
    now,
    random: () => 0,
  });
  const { state, fault } = await client.refresh('event');
  if (state !== 'verified') return { ok: false, fault: fault ?? 'network' };
  return { ok: true, feed: { bases, trust: trusted, since: toTimestamp(now()) } };
};
