import type { KeyValueArea } from '../model/key-value-area.ts';
import { ownFeed, type OwnFeed } from '../model/own-feed.ts';
import type { FeedChoice } from '../model/settings.ts';
import { z } from '../model/zod.ts';
import { createStoredItem } from '../storage/stored-item.ts';
import { FEED_CONFIG } from './feed-config.ts';

/** Where a feed is and what its files must be signed with; no address where there is none. */
export type FeedConfig = typeof FEED_CONFIG;

const NO_FEED: FeedConfig = { bases: [], trust: null };

/** The person's own feed, as it was when it was last found good. */
export const ownFeedItem = (area: KeyValueArea) =>
  createStoredItem<OwnFeed | null>({
    area,
    key: 'own-feed',
    version: 1,
    schema: z.nullable(ownFeed),
    fallback: null,
  });

/** The feed that the person chose. An own one that cannot be read is none: never another one than was chosen. */
export const chosenFeed = async (choice: FeedChoice, area: KeyValueArea): Promise<FeedConfig> => {
  if (choice === 'package') return FEED_CONFIG;
  return choice === 'own' ? ((await ownFeedItem(area).read()) ?? NO_FEED) : NO_FEED;
};
