import { feedBase, feedTrust } from './signed-feed.ts';
import { timestamp } from './timestamp.ts';
import { z, type Infer } from './zod.ts';

/** The most that the text of a `trust.json` may measure, in characters. */
export const TRUST_SIZE_LIMIT = 64 * 1024;

/** A feed that the person chose: the addresses to ask, in turn, and the keys that its files must be signed with. */
export const ownFeed = z.strictObject({
  bases: z.array(feedBase).check(z.minLength(1), z.maxLength(4)),
  trust: feedTrust,
  /** When it was chosen. */
  since: z.optional(timestamp),
});
export type OwnFeed = Infer<typeof ownFeed>;
