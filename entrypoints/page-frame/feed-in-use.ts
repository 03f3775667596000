import type { Settings } from '../../lib/model/settings.ts';
import type { FeedSource, Sharing } from '../../lib/model/sharing.ts';

/** The shared status that the choice leads to; null where there is none. */
export const feedInUse = ({ feed }: Settings, sharing: Sharing): FeedSource | null =>
  feed === 'none' ? null : sharing[feed];
