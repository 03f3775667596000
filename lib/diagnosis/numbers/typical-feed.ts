import type { FeedEntry } from '../../model/feed.ts';

/** How sure the shared feed is of a plain case; a judgement, since only what it would roughly change is asked. */
const USUAL_CONFIDENCE = 0.95;

/** What the shared feed would say, no more than its one word: for asking what that word would change. */
export const typicalEntry = (status: 'operational' | 'outage'): FeedEntry => ({
  status,
  confidence: USUAL_CONFIDENCE,
  since: null,
  scope: 'global',
  symptoms: {},
  reports: null,
  official: null,
  probes: null,
});
