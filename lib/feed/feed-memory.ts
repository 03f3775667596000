import { signedEnvelope } from '../model/signed-feed.ts';
import type { KeyValueArea } from '../model/key-value-area.ts';
import { z, type Infer } from '../model/zod.ts';
import { FEED_FAULTS } from './feed-fault.ts';
import { feedSchedule, UNASKED } from './feed-schedule.ts';

export const FEED_KEY = 'feed';

const count = z.int().check(z.gte(0));

/**
 * All that the client remembers, as one value, so that one write holds a feed, its place in the sequence and the keys
 * it was verified with: two writes could be torn apart when the browser kills the worker.
 */
export const feedMemory = z.strictObject({
  version: z.literal(1),
  /** The root keys that all of this hangs on. */
  root: z.string(),
  keys: z.nullable(z.strictObject({ version: count, envelope: signedEnvelope })),
  keysAskedAt: z.nullable(z.number()),
  last: z.nullable(
    z.strictObject({
      epoch: count,
      sequence: count,
      /** The signed text itself, base64url. */
      payload: z.string(),
      witnessed: z.boolean(),
      keysVersion: count,
      /** When it came over the network, in milliseconds since 1970. */
      readAt: z.number(),
    }),
  ),
  /** The base address that answered last, by its place in the list. */
  base: count,
  /** Why the last attempt brought no feed; null when it did. */
  fault: z.nullable(z.enum(FEED_FAULTS)),
  schedule: feedSchedule,
});
export type FeedMemory = Infer<typeof feedMemory>;

/** What is remembered before anything was asked. */
export const emptyMemory = (root: string): FeedMemory => ({
  version: 1,
  root,
  keys: null,
  keysAskedAt: null,
  last: null,
  base: 0,
  fault: 'not-asked',
  schedule: UNASKED,
});

/**
 * The memory of a feed in an area. What cannot be read, or belongs to other root keys, counts as nothing remembered.
 * What cannot be written is kept as long as the program lives. Never throws.
 */
export const createFeedMemory = (area: KeyValueArea, root: string) => {
  let unsaved: FeedMemory | null = null;
  return {
    async read(): Promise<FeedMemory> {
      if (unsaved) return unsaved;
      const stored = await area.get(FEED_KEY).catch(() => undefined);
      const parsed = z.safeParse(feedMemory, stored);
      return parsed.success && parsed.data.root === root ? parsed.data : emptyMemory(root);
    },
    async write(memory: FeedMemory): Promise<void> {
      try {
        await area.set(FEED_KEY, memory);
        unsaved = null;
      } catch {
        unsaved = memory;
      }
    },
  };
};
