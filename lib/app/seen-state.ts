import { officialWord } from '../model/feed.ts';
import { z, type Infer } from '../model/zod.ts';

/** Milliseconds since 1970, by the id of a service. */
export const moments = z.record(z.string(), z.number());

/** Official pages as the extension reads them itself: when it last did, for how long they are left alone, and what they said. */
export const officialReadings = z.strictObject({
  askedAt: z.number(),
  /** So many ms it is left alone after that. */
  wait: z.number(),
  /** By service: the word, when it was last read, and when it was last logged. */
  words: z.record(z.string(), z.strictObject({ word: officialWord, readAt: z.number(), toldAt: z.number() })),
});

/** What pages show of the state that the background remembers: they carry no more of it than this. */
export const seenState = z.object({ seenAt: moments, official: officialReadings });
export type SeenState = Infer<typeof seenState>;

export const NOTHING_SEEN: SeenState = { seenAt: {}, official: { askedAt: 0, wait: 0, words: {} } };
