import type { FeedPort } from '../app/parts.ts';
import { checkOwnFeed } from '../feed/check-own-feed.ts';
import { createFeedClient, type FeedClient, type FeedOutcome } from '../feed/client.ts';
import { isTampering } from '../feed/feed-fault.ts';
import { feedObservations } from '../feed/feed-observations.ts';
import type { FetchPort } from '../feed/fetch-feed.ts';
import { sendReport } from '../feed/reports/send-report.ts';
import type { FeedChoice } from '../model/settings.ts';
import { chosenFeed, ownFeedItem } from './chosen-feed.ts';
import { localArea } from './storage-areas.ts';

const fetchPort: FetchPort = (address, options) => fetch(address, options);

let inUse: { readonly name: string; readonly client: FeedClient } | null = null;

/** The client of the chosen feed; the same one as long as the choice stands, so that calls share an attempt. */
const clientOf = async (choice: FeedChoice): Promise<FeedClient> => {
  const config = await chosenFeed(choice, localArea);
  const name = JSON.stringify(config);
  if (inUse?.name !== name) {
    const [now, random] = [() => Date.now(), () => Math.random()];
    inUse = { name, client: createFeedClient({ ...config, fetch: fetchPort, area: localArea, now, random }) };
  }
  return inUse.client;
};

/** Names a reading: a verified feed by its place in the sequence, an absent one by its state. */
const nameOf = ({ asked, state, payload }: FeedOutcome): string | null => {
  if (payload) return `verified:${payload.epoch}:${payload.sequence}`;
  return asked && state !== 'none' ? `absent:${state}` : null;
};

export const feedPort: FeedPort = {
  async refresh(choice, why, services, now) {
    const client = await clientOf(choice);
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
  async reporting(choice, now) {
    const client = await clientOf(choice);
    const { payload } = await client.current(now);
    return payload?.reporting ?? null;
  },
  async report(choice, report) {
    const { bases } = await chosenFeed(choice, localArea);
    for (const base of bases) if (await sendReport(fetchPort, base, report)) return true;
    return false;
  },
  async adopt(base, trust) {
    const checked = await checkOwnFeed(base, trust, { fetch: fetchPort, now: () => Date.now() });
    if (!checked.ok) return checked;
    await ownFeedItem(localArea).write(checked.feed);
    return { ok: true };
  },
};
