import { feedPayload, type FeedEntry, type FeedPayload } from '../model/feed.ts';
import { cleanOfficial } from '../model/official-words.ts';
import { z } from '../model/zod.ts';
import { parseBytes } from './envelope.ts';

/** The payload in the signed bytes, or null when it does not fit the strict schema. */
export const parsePayload = (bytes: Uint8Array): FeedPayload | null => {
  const parsed = z.safeParse(feedPayload, parseBytes(bytes));
  return parsed.success ? parsed.data : null;
};

const readEntry = (entry: FeedEntry, witnessed: boolean): FeedEntry => ({
  ...entry,
  status: entry.status === 'outage' && !witnessed ? 'degraded' : entry.status,
  official: entry.official && cleanOfficial(entry.official),
});

/**
 * The payload as it may be believed: an outage that no witness signed is only `degraded`, and official words that
 * may not be shown are taken out.
 */
export const readAs = (payload: FeedPayload, witnessed: boolean): FeedPayload => ({
  ...payload,
  services: Object.fromEntries(
    Object.entries(payload.services).map(([service, entry]) => [service, readEntry(entry, witnessed)]),
  ),
});
