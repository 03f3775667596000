import { createFeedClient } from '../../../lib/feed/client.ts';
import { FEED_KEY } from '../../../lib/feed/feed-memory.ts';
import { verifyFeed, type AcceptedFeed, type VerifiedFeed } from '../../../lib/feed/verify-feed.ts';
import type { KeyValueArea } from '../../../lib/model/key-value-area.ts';
import { LAST, makeCase } from './cases.ts';
import { complaintAbout, expectedOf } from './judge.ts';
import { LAST_SEQUENCE, MINUTE, NOW } from './random-payload.ts';
import { base64url, envelopeOf, FEED, KEYSET, ROOTS, signUnder, type FuzzKey } from './signing.ts';

/** Of so many cases one goes through the whole client, storage and all; the others through its check alone. */
const WHOLE_CLIENT_EVERY = 25;

/** Cases that are under way together, so that nobody waits for one signature after another. */
const AT_ONCE = 500;

export interface FuzzResult {
  /** How many cases ended so: a fault, or `accepted`. */
  readonly counts: Readonly<Record<string, number>>;
  readonly wholeClient: number;
  /** What was not as it must be, with the number of the case. */
  readonly complaints: readonly { readonly number: number; readonly complaint: string }[];
}

const BASE = 'https://feed.example';
const last: AcceptedFeed = { epoch: KEYSET.epoch, sequence: LAST_SEQUENCE, payload: LAST, witnessed: false };

const sealed = (payload: string, keys: readonly FuzzKey[]) =>
  envelopeOf(
    payload,
    keys.map((key) => signUnder(payload, key)),
  );
const TRUST = {
  format: 'outage-or-hacked/trust@1',
  bases: [BASE],
  root: { threshold: 2, keys: ROOTS.map(({ publicKey }) => publicKey) },
  keyset: sealed(base64url(JSON.stringify(KEYSET)), ROOTS),
};

/** A reader that finds this file at the feed's address. */
const readerOf = (area: KeyValueArea, now: number, file: Uint8Array) =>
  createFeedClient({
    trust: TRUST,
    bases: [BASE],
    area,
    now: () => now,
    random: () => 0,
    fetch: async (address) =>
      address.endsWith('feed.json')
        ? new Response(Uint8Array.from(file), { headers: { 'content-type': 'application/jose+json' } })
        : new Response(null, { status: 404 }),
  });

const areaWith = (value: unknown): KeyValueArea => {
  let kept = value;
  return {
    get: async (key) => (key === FEED_KEY ? structuredClone(kept) : undefined),
    set: async (_key, given) => {
      kept = given;
    },
    remove: async () => undefined,
  };
};

/** What is remembered by somebody who has read the last feed. */
const memoryOfLast = async (): Promise<unknown> => {
  const area = areaWith(undefined);
  const file = Buffer.from(JSON.stringify(sealed(LAST, [FEED])));
  const { state } = await readerOf(area, NOW - 2 * MINUTE, file).refresh('event');
  if (state !== 'verified') throw new Error(`the last feed is ${state}`);
  return area.get(FEED_KEY);
};

const throughClient = async (memory: unknown, bytes: Uint8Array): Promise<VerifiedFeed> => {
  const reader = readerOf(areaWith(memory), NOW, bytes);
  const { fault, payload } = await reader.refresh('event');
  const standing = await reader.current(NOW);
  if (standing.state !== 'verified') throw new Error('the feed that holds was lost');
  return payload ? { ok: true, feed: payload, accepted: last } : { ok: false, fault: fault ?? 'not-asked' };
};

/** What came of the case of this number: its outcome, and what was not as it must be. Never rejects. */
const tryCase = async (seed: number, number: number, memory: unknown) => {
  const one = makeCase(seed, number);
  const expected = expectedOf(one);
  try {
    const came = await (number % WHOLE_CLIENT_EVERY === 0
      ? throughClient(memory, one.bytes)
      : verifyFeed(one.bytes, KEYSET, last, NOW));
    return { outcome: came.ok ? 'accepted' : came.fault, complaint: complaintAbout(expected, came) };
  } catch (error) {
    return { outcome: 'threw', complaint: `threw ${String(error)}` };
  }
};

/** Tries so many cases against the client's check of a feed. Never throws: what throws is a complaint. */
export const fuzzFeed = async (
  runs: number,
  seed: number,
  onProgress: (done: number) => void = () => undefined,
): Promise<FuzzResult> => {
  const counts: Record<string, number> = {};
  const complaints: { number: number; complaint: string }[] = [];
  const memory = await memoryOfLast();
  for (let from = 0; from < runs; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, runs - from) }, (_, index) => from + index);
    const results = await Promise.all(numbers.map((number) => tryCase(seed, number, memory)));
    results.forEach(({ outcome, complaint }, index) => {
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      if (complaint !== null) complaints.push({ number: from + index, complaint });
    });
    onProgress(from + numbers.length);
  }
  return { counts, wholeClient: Math.ceil(runs / WHOLE_CLIENT_EVERY), complaints };
};
