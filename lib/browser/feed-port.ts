import type { FeedPort } from '../app/parts.ts';
import { createFeedClient, type FeedOutcome } from '../feed/client.ts';
import { isTampering } from '../feed/feed-fault.ts';
import { feedObservations } from '../feed/feed-observations.ts';
import { FEED_CONFIG } from './feed-config.ts';
import { localArea } from './storage-areas.ts';

const client = createFeedClient({
  ...FEED_CONFIG,
  fetch: (address, options) => fetch(address, options),
  area: localArea,
  now: () => Date.now(),
  random: () => Math.random(),
});

/** Names a reading: a verified feed by its place in the sequence, an absent one by its state. */
const nameOf = ({ asked, state, payload }: FeedOutcome): string | null => {
  if (payload) return `verified:${payload.epoch}:${payload.sequence}`;
  return asked && state !== 'none' ? `absent:${state}` : null;
};

export const feedPort: FeedPort = {
  async refresh(why, services, now) {
    const outcome = await client.refresh(why);
    // A feed that was not asked now is told as of the moment when it was.
    const at = outcome.asked ? Date.now() : Math.min(outcome.readAt ?? Infinity, Date.now());
    return {
      observations: feedObservations(outcome, services, outcome.asked ? Math.max(now, at) : at),
      reading: nameOf(outcome),
      standing: !outcome.asked,
      tampered: outcome.asked && isTampering(outcome.fault),
      unreachable: outcome.asked && outcome.state === 'unreachable',
    };
  },
};
