import type { FeedPayload } from '../model/feed.ts';
import type { FeedTrust } from '../model/signed-feed.ts';
import { readEnvelope } from './envelope.ts';
import { asksForKeys, isOfTime, type FeedFault } from './feed-fault.ts';
import { addressOf, fetchSigned, type FetchPort } from './fetch-feed.ts';
import { CLOCK_TOLERANCE } from './freshness.ts';
import { keysHold, newerKeys, verifyKeys, type TrustedKeys } from './trust.ts';
import { verifyFeed, type AcceptedFeed } from './verify-feed.ts';

/** The last accepted feed, with the version of the keys that it was verified with and when it was read (ms since 1970). */
export type LastFeed = AcceptedFeed & { readonly keysVersion: number; readonly readAt: number };

export interface Question {
  readonly base: string;
  readonly trust: FeedTrust;
  readonly fetch: FetchPort;
  readonly keys: TrustedKeys;
  readonly last: LastFeed | null;
  /** Ask for newer keys also when the feed does not call for them. */
  readonly keysDue: boolean;
  /** Milliseconds since 1970, asked anew after each wait. */
  readonly now: () => number;
  readonly timeLimit: number | undefined;
}

export interface Answer {
  readonly keys: TrustedKeys;
  /** The server showed keys signed by the root, be they newer or not. */
  readonly keysSeen: boolean;
  readonly result:
    | { readonly ok: true; readonly feed: FeedPayload; readonly last: LastFeed }
    | { readonly ok: false; readonly fault: FeedFault; readonly retryAfter: number };
}

/** Asks one base address for the feed, and for newer keys where the feed or the time calls for them. Never throws. */
export const askBase = async (question: Question): Promise<Answer> => {
  const { base, trust, fetch, last, now, timeLimit } = question;
  let { keys } = question;
  let keysAsked = false;
  let keysSeen = false;
  let retryAfter = 0;

  const get = async (file: 'feed.json' | 'keys.json') => {
    const fetched = await fetchSigned(fetch, addressOf(base, file), now(), timeLimit);
    if (!fetched.ok) retryAfter = Math.max(retryAfter, fetched.retryAfter ?? 0);
    return fetched;
  };
  const askForKeys = async (): Promise<void> => {
    keysAsked = true;
    const file = await get('keys.json');
    const read = file.ok ? readEnvelope(file.bytes) : file;
    const shown = read.ok ? await verifyKeys(read.envelope, trust) : null;
    keysSeen = shown !== null;
    keys = newerKeys(keys, shown) ?? keys;
  };
  const verify = async (bytes: Uint8Array, at = now()) => {
    const { version } = keys.keyset;
    const known = last && { ...last, witnessed: last.witnessed && last.keysVersion === version };
    return verifyFeed(bytes, keys.keyset, known, at);
  };
  const failed = (fault: FeedFault): Answer => ({
    keys,
    keysSeen,
    result: { ok: false, fault, retryAfter },
  });

  if (!keysHold(keys, now())) await askForKeys();
  if (!keysHold(keys, now())) return failed('keys-expired');
  const file = await get('feed.json');
  if (!file.ok) return failed(file.fault);
  let verified = await verify(file.bytes);
  if (!keysAsked && (question.keysDue || (!verified.ok && asksForKeys(verified.fault)))) {
    const before = keys;
    await askForKeys();
    if (!keysHold(keys, now())) return failed('keys-expired');
    if (keys !== before) verified = await verify(file.bytes);
  }
  if (!verified.ok) {
    const { fault } = verified;
    const { date } = file;
    const isOff = isOfTime(fault) && date !== null && Math.abs(date - now()) > CLOCK_TOLERANCE;
    return failed(isOff && (await verify(file.bytes, date)).ok ? 'clock-off' : fault);
  }
  const accepted = { ...verified.accepted, keysVersion: keys.keyset.version, readAt: now() };
  return { keys, keysSeen, result: { ok: true, feed: verified.feed, last: accepted } };
};
