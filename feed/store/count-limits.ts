/** Distinct networks are told one by one up to here. */
export const EXACT_LIMIT = 2000;

/** Blocks and regions that a count names at most, the largest. */
export const LARGEST_KEPT = 64;

/** Reports that count of one network in one service and bucket. */
export const REPORTS_PER_NETWORK = 3;

/** The current bucket and the three before it: a client waits up to 180 s and tries once more within 15 minutes. */
export const BUCKETS_ACCEPTED = 4;

/** A count is of use while its bucket can be part of a window or a comparison: an hour, here in buckets of 300 s. */
export const BUCKETS_KEPT = 12;

/** An ingest node that was silent so long is dead, in milliseconds. */
export const NODE_SILENCE = 10_000;
