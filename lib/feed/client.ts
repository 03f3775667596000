import type { KeyValueArea } from '../model/key-value-area.ts';
import { askBase, type Answer } from './ask-base.ts';
import { graver, type FeedFault } from './feed-fault.ts';
import { createFeedMemory, type FeedMemory } from './feed-memory.ts';
import { afterFailure, afterSuccess, mayAskAt, whenAsked, type WhyAsk } from './feed-schedule.ts';
import { absent, NO_FEED, viewOf, type FeedView } from './feed-view.ts';
import type { FetchPort } from './fetch-feed.ts';
import { newerKeys, readTrust, rootName, verifyKeys, type TrustedKeys } from './trust.ts';

export interface FeedClientOptions {
  /** The content of a `trust.json`, not yet parsed. */
  readonly trust: unknown;
  /** Base addresses, asked in turn until one has a feed; empty when the package has none. */
  readonly bases: readonly string[];
  readonly fetch: FetchPort;
  readonly area: KeyValueArea;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** Milliseconds that one file may take; 8 s unless told otherwise. */
  readonly timeLimit?: number;
}

/** What an attempt brought. */
export interface FeedOutcome extends FeedView {
  /** False when the schedule did not allow to ask; then this is the feed as it stands. */
  readonly asked: boolean;
  /** When a routine may ask next, in milliseconds since 1970; null without a feed to ask. */
  readonly nextAt: number | null;
}

export interface FeedClient {
  /** Asks the feed if the schedule allows; calls at the same time share one attempt. Never rejects. */
  refresh(why: WhyAsk): Promise<FeedOutcome>;
  /** The feed as it stands in local data at `now` (milliseconds since 1970). Asks nobody, never rejects. */
  current(now: number): Promise<FeedView>;
}

/** How often newer keys are looked for when nothing calls for them, in milliseconds. */
const KEYS_ROUTINE = 24 * 60 * 60_000;

const nothing = (view: FeedView): FeedClient => ({
  refresh: async () => ({ ...view, asked: false, nextAt: null }),
  current: async () => view,
});

/** Reads one shared feed. Without base addresses there is none to read; a trust that does not fit makes it `invalid`. */
export const createFeedClient = (options: FeedClientOptions): FeedClient => {
  const { bases, fetch, area, now, random, timeLimit } = options;
  if (bases.length === 0) return nothing(NO_FEED);
  const trust = readTrust(options.trust);
  if (!trust) return nothing(absent('trust-unusable'));
  const store = createFeedMemory(area, rootName(trust));

  const trustedKeys = async (memory: FeedMemory): Promise<TrustedKeys | null> => {
    const builtIn = await verifyKeys(trust.keyset, trust);
    const remembered = memory.keys && (await verifyKeys(memory.keys.envelope, trust));
    return newerKeys(builtIn, remembered);
  };

  const ask = async (before: FeedMemory, firstKeys: TrustedKeys, why: WhyAsk): Promise<FeedMemory> => {
    const since = before.keysAskedAt === null ? Infinity : Math.abs(now() - before.keysAskedAt);
    const firstFirst = why === 'routine' && since >= KEYS_ROUTINE;
    let keysDue = firstFirst;
    let keys = firstKeys;
    let keysAskedAt = before.keysAskedAt;
    let fault: FeedFault | null = null;
    let retryAfter = 0;
    let good: { answer: Answer['result'] & { ok: true }; base: number } | null = null;
    for (let turn = 0; turn < bases.length && !good; turn += 1) {
      // Once a day, with the look for keys, the first address has its chance again.
      const place = ((firstFirst ? 0 : before.base) + turn) % bases.length;
      const base = bases[place] as string;
      const answer = await askBase({ base, trust, fetch, keys, last: before.last, keysDue, now, timeLimit });
      ({ keys } = answer);
      if (answer.keysSeen) [keysAskedAt, keysDue] = [now(), false];
      if (answer.result.ok) good = { answer: answer.result, base: place };
      else {
        fault = graver(fault, answer.result.fault);
        retryAfter = Math.max(retryAfter, answer.result.retryAfter);
      }
    }
    const held = { ...before, keys: { version: keys.keyset.version, envelope: keys.envelope }, keysAskedAt };
    if (!good)
      return { ...held, fault, schedule: afterFailure(before.schedule, retryAfter, now(), random()) };
    const { feed, last } = good.answer;
    const schedule = afterSuccess(before.schedule, feed.next, now(), random());
    return { ...held, last, base: good.base, fault: null, schedule };
  };

  const attempt = async (why: WhyAsk): Promise<FeedOutcome> => {
    const before = await store.read();
    const start = now();
    const outcome = (view: FeedView, asked: boolean, memory: FeedMemory): FeedOutcome => ({
      ...view,
      asked,
      nextAt: mayAskAt(memory.schedule, 'routine', now()),
    });
    if (mayAskAt(before.schedule, why, start) > start) return outcome(viewOf(before, start), false, before);
    const keys = await trustedKeys(before);
    if (!keys) return { ...absent('trust-unusable'), asked: false, nextAt: null };
    const asking = { ...before, schedule: whenAsked(before.schedule, why, start) };
    await store.write(asking);
    const after = await ask(asking, keys, why);
    await store.write(after);
    return outcome(after.fault === null ? viewOf(after, now()) : absent(after.fault), true, after);
  };

  let underWay: Promise<FeedOutcome> | null = null;
  return {
    refresh(why) {
      underWay ??= attempt(why).finally(() => {
        underWay = null;
      });
      return underWay;
    },
    current: async (at) => viewOf(await store.read(), at),
  };
};
