import { outboxItem } from '../app/stored-items.ts';
import { longestDelay, sentLately, tidied } from '../feed/reports/outbox.ts';
import { readTrust } from '../feed/trust.ts';
import type { FeedChoice } from '../model/settings.ts';
import type { FeedSource, Sharing } from '../model/sharing.ts';
import type { Timestamp } from '../model/timestamp.ts';
import { ownFeedItem, type FeedConfig } from './chosen-feed.ts';
import { FEED_CONFIG } from './feed-config.ts';
import { standingFeed } from './standing-feed.ts';
import { localArea } from './storage-areas.ts';

const sourceOf = ({ bases, trust: content }: FeedConfig, since: Timestamp | null): FeedSource | null => {
  const trust = readTrust(content);
  if (bases.length === 0 || !trust) return null;
  return { bases, threshold: trust.root.threshold, keys: trust.root.keys.length, since };
};

/** Reads the feeds to choose from and the outbox at `now` (ms), from local data. `choice` is the feed in use. */
export const readSharing = async (choice: FeedChoice, now: number): Promise<Sharing> => {
  const [own, stored, { payload }] = await Promise.all([
    ownFeedItem(localArea).read(),
    outboxItem(localArea).read(),
    standingFeed(choice, now),
  ]);
  const box = tidied(stored, now);
  return {
    package: sourceOf(FEED_CONFIG, null),
    own: own && sourceOf(own, own.since ?? null),
    longestDelay: longestDelay(payload?.reporting ?? null) / 1000,
    waiting: box.waiting.length,
    sent: sentLately(box),
  };
};
