import type { FeedEntry, FeedState, OfficialWord } from './feed.ts';
import type { Incident } from './incident.ts';
import type { ServiceId } from './service-id.ts';
import type { Settings } from './settings.ts';
import type { Timestamp } from './timestamp.ts';
import { z, type Infer } from './zod.ts';

/** One row of the service matrix. */
export interface ServiceRow {
  readonly service: ServiceId;
  /** The person wants it watched. */
  readonly watched: boolean;
  /** The browser has granted its hosts; without them nothing can be seen. */
  readonly permitted: boolean;
  readonly session: 'signed-in' | 'signed-out' | 'unknown';
  /** The feed's entry while the feed is verified and has not expired; null otherwise ("could not see"). */
  readonly entry: FeedEntry | null;
  /** What the official status page says, as the feed quotes it or as it was read directly, whichever is newer. */
  readonly official: OfficialWord | null;
  readonly lastSeenAt: Timestamp | null;
}

/** The shared feed as the person sees it. `none` means that this package has no feed address. */
export interface FeedLine {
  readonly state: FeedState | 'none';
  readonly issuedAt: Timestamp | null;
  /** The feed would hold if this device's clock were that of its server: one of the two is wrong. */
  readonly clockOff?: boolean;
}

/** Something the person must know about the extension itself. */
export const trouble = z.enum(['log-set-aside', 'storage-full', 'newer-version']);
export type Trouble = Infer<typeof trouble>;

/** Everything the popup shows, read from local data. */
export interface Snapshot {
  readonly at: Timestamp;
  readonly incidents: readonly Incident[];
  readonly services: readonly ServiceRow[];
  readonly feed: FeedLine;
  /** Whether the browser lets the extension read the official status pages itself. */
  readonly officialPages: 'granted' | 'not-granted';
  readonly settings: Settings;
  readonly troubles: readonly Trouble[];
}
