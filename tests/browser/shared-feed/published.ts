import { feedPayload, type FeedPayload } from '../../../lib/model/feed.ts';
import { z } from '../../../lib/model/zod.ts';

/** What a feed server says now, read from itself, past every proxy; null while it has nothing to say. */
export const published = async (base: string): Promise<FeedPayload | null> => {
  const answer = await fetch(`${base}/v1/feed.json`);
  if (answer.status !== 200) return null;
  const { payload } = (await answer.json()) as { payload: string };
  return z.parse(feedPayload, JSON.parse(Buffer.from(payload, 'base64url').toString()));
};
