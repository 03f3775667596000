import type { StandingFeed } from '../app/read-snapshot.ts';
import { createFeedMemory } from '../feed/feed-memory.ts';
import { viewOf } from '../feed/feed-view.ts';
import { readTrust, rootName } from '../feed/trust.ts';
import type { FeedChoice } from '../model/settings.ts';
import { chosenFeed } from './chosen-feed.ts';
import { localArea } from './storage-areas.ts';

const NONE: StandingFeed = { line: { state: 'none', issuedAt: null }, payload: null };

/** The chosen feed as it stands in local data at `now` (ms); asks nobody, so that a page shows it at once. */
export const standingFeed = async (choice: FeedChoice, now: number): Promise<StandingFeed> => {
  const config = await chosenFeed(choice, localArea);
  if (config.bases.length === 0) return NONE;
  const trust = readTrust(config.trust);
  if (!trust) return { line: { state: 'invalid', issuedAt: null }, payload: null };
  const { state, issuedAt, payload, fault } = viewOf(
    await createFeedMemory(localArea, rootName(trust)).read(),
    now,
  );
  return { line: { state, issuedAt, clockOff: fault === 'clock-off' }, payload };
};
