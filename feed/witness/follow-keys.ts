import { FEED_MEDIA_TYPE, FEED_SIZE_LIMIT } from '../../lib/model/signed-feed.ts';
import type { BoundedFetch } from '../sources/source.ts';

export interface FollowParts {
  /** Where the feed is whose keys are followed. */
  readonly bases: readonly string[];
  readonly fetch: BoundedFetch;
  /** Takes up a keyset if it is newer and the root signed it; true when it did. */
  readonly take: (keys: unknown) => Promise<boolean>;
}

/** How often it is looked for newer keys when nothing happens, and how seldom when somebody sends what these keys did not sign; ms. */
const ROUTINE = 3_600_000;
const SHORTEST = 10_000;
/** Below what the machine waits that asks for a witness, in milliseconds. */
const TIME_LIMIT = 2_000;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Looks for newer keys where the feed is, as its readers do. All moments are milliseconds since 1970. */
export const followKeys = ({ bases, fetch, take }: FollowParts) => {
  const lookedAt = { due: Number.NEGATIVE_INFINITY, now: Number.NEGATIVE_INFINITY };
  let underWay: Promise<boolean> | null = null;
  const limits = { bytes: FEED_SIZE_LIMIT, ms: TIME_LIMIT, types: [FEED_MEDIA_TYPE] };

  const look = async (): Promise<boolean> => {
    const answers = await Promise.all(bases.map((base) => fetch(`${base}/v1/keys.json`, limits)));
    let taken = false;
    for (const answer of answers)
      if (answer.ok && answer.status === 200) taken = (await take(parse(answer.text))) || taken;
    return taken;
  };
  const lookFor = async (why: 'due' | 'now', rest: number, at: number): Promise<boolean> => {
    if (underWay) return underWay;
    if (bases.length === 0 || Math.abs(at - lookedAt[why]) < rest) return false;
    lookedAt[why] = at;
    underWay = look().finally(() => {
      underWay = null;
    });
    return underWay;
  };

  return {
    /** Looks once an hour. */
    due: (at: number): Promise<boolean> => lookFor('due', ROUTINE, at),
    /** Looks because something was signed by a key that is not known. */
    now: (at: number): Promise<boolean> => lookFor('now', SHORTEST, at),
  };
};
