import type { FeedPayload } from '../../lib/model/feed.ts';
import { toMillis } from '../../lib/model/timestamp.ts';

/** Whether this node does what it is there for. */
export interface Health {
  readonly ok: boolean;
  /** Seconds since the feed was issued that this node serves; null when it has none. */
  readonly feedAgeSeconds: number | null;
  readonly sequence: number | null;
}

/** The health at `now` (milliseconds since 1970): good while there is a feed that readers still believe. */
export const healthOf = (feed: FeedPayload | null, now: number): Health => ({
  ok: feed !== null && toMillis(feed.expiresAt) > now,
  feedAgeSeconds: feed && Math.max(0, Math.round((now - toMillis(feed.issuedAt)) / 1000)),
  sequence: feed?.sequence ?? null,
});
