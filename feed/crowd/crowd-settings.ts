import type { FeedPayload } from '../../lib/model/feed.ts';

/** What clients were told about reporting, as the signed feed says it: shares 0 to 1, and seconds. */
export type CrowdSettings = FeedPayload['reporting'];
