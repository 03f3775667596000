import type { FeedEntry } from '../../lib/model/feed.ts';

/** The entry of a service of which nothing is known. */
export const unknownEntry = (): FeedEntry => ({
  status: 'unknown',
  confidence: 0,
  since: null,
  scope: 'unknown',
  symptoms: {},
  reports: null,
  official: null,
  probes: null,
});
