import type { Timestamp } from './timestamp.ts';

/** A feed as a person can know it again: where it is asked, and what makes it trusted. */
export interface FeedSource {
  readonly bases: readonly string[];
  /** So many of so many root keys must have signed the keys that the feed is signed with. */
  readonly threshold: number;
  readonly keys: number;
  /** Since when it is chosen; null for the one that came with the package, or where it is not known. */
  readonly since: Timestamp | null;
}

/** What there is to choose from, and what became of reports. */
export interface Sharing {
  /** The feed that came with the package; null when it has none. */
  readonly package: FeedSource | null;
  /** The person's own feed that was found good last, in use or not. */
  readonly own: FeedSource | null;
  /** The longest that a report waits, in seconds, as the feed in use asks. */
  readonly longestDelay: number;
  /** Reports that wait to be sent, and those that were sent in the last 24 hours. */
  readonly waiting: number;
  readonly sent: number;
}
