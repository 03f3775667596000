import type { FeedPayload } from '../../lib/model/feed.ts';
import { changedServices } from '../publish/publish-due.ts';
import { isPlausible } from '../publish/next-sequence.ts';
import type { History } from '../store/history.ts';

/** What was said is kept for so long, in milliseconds: a quarter. */
const KEPT = 90 * 86_400_000;
const HOUR = 3_600_000;

/** Remembers the sequence of each feed that was published, and what changed in it. */
export const rememberFeeds = (history: History) => {
  let last: FeedPayload['services'] = {};
  let prunedAt = -Infinity;
  /** Takes the feed that was published at `at`, in milliseconds since 1970. */
  return (feed: FeedPayload, at: number): void => {
    if (isPlausible(feed.sequence, at)) history.saveSequence(feed.sequence);
    for (const service of changedServices(last, feed.services)) {
      const entry = feed.services[service];
      if (entry) history.appendEntry(service, at, entry);
    }
    last = feed.services;
    if (Math.abs(at - prunedAt) < HOUR) return;
    history.prune(at - KEPT);
    prunedAt = at;
  };
};
