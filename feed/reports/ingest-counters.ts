/** Why a report that was looked at did not count. */
export const DROP_REASONS = [
  'too-large',
  'malformed',
  /** Its bucket is over, or not yet begun. */
  'bucket',
  /** A service that the feed does not speak of. */
  'service',
  /** No address that could be read. */
  'address',
  /** The store has not yet said under which key networks are hashed. */
  'no-key',
  /** Its network has had its three. */
  'too-many',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** What became of the reports since the start; nothing in it tells one from another. */
export interface IngestCounters {
  readonly received: number;
  readonly accepted: number;
  /** Thrown away by the coin or because the queue is full, unread. */
  readonly shed: number;
  readonly dropped: Readonly<Record<DropReason, number>>;
  /** Accepted, but the store could not take them or did not say whether it did. */
  readonly lost: number;
}

export const noneDropped = (): Record<DropReason, number> => ({
  'too-large': 0,
  malformed: 0,
  bucket: 0,
  service: 0,
  address: 0,
  'no-key': 0,
  'too-many': 0,
});
