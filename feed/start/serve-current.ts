import type { FeedPayload } from '../../lib/model/feed.ts';
import type { SigningRole } from '../../lib/model/signed-feed.ts';
import { readOwnFeed, type OwnFeed } from '../publish/current-file.ts';
import type { PublishedFile } from '../publish/published-file.ts';
import { within } from '../publish/within.ts';

/** How often a node that did not publish looks for what others published, in milliseconds. */
const LOOK_AGAIN = 5_000;
const PATIENCE = 5_000;

/** What this node serves: the last feed that it published itself or found published by another. */
export const serveCurrent = (file: PublishedFile, role: () => SigningRole | null) => {
  let current: OwnFeed | null = null;
  let lookedAt: number | null = null;
  return {
    feed: (): OwnFeed | null => current,
    payload: (): FeedPayload | null => current?.payload ?? null,
    take(feed: OwnFeed, at: number): void {
      current = feed;
      lookedAt = at;
    },
    /**
     * Looks at `at` (milliseconds since 1970) whether something else is published, if it has not just done so. A file that
     * somebody else wrote is not served; the one before it is.
     */
    async look(at: number): Promise<void> {
      if (lookedAt !== null && Math.abs(at - lookedAt) < LOOK_AGAIN) return;
      lookedAt = at;
      const read = await within(file.read(), PATIENCE, { ok: false, fault: 'unreachable' });
      if (!read.ok || !read.value || read.value.version === current?.version) return;
      current = (await readOwnFeed(read.value, role())) ?? current;
    },
  };
};
export type Current = ReturnType<typeof serveCurrent>;
