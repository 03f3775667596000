import type { OfficialWord } from '../../lib/model/feed.ts';
import type { CrowdReading } from '../crowd/crowd-reading.ts';

/** All that an entry of the feed is made from, for one service at one moment. */
export interface EvidenceOfStatus {
  /** The gravest word among the official sources that are fresh; null where none speaks of this service. */
  readonly official: OfficialWord | null;
  /** Of the last five looks of all probe nodes: how many saw the page and how many did not; null without probes. */
  readonly probes: { readonly ok: number; readonly failed: number } | null;
  /** Null when ingest is dead: nothing is known of the crowd, which is not a calm crowd. */
  readonly crowd: CrowdReading | null;
}
