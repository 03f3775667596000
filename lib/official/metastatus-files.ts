import { z, type Infer } from '../model/zod.ts';
import { METASTATUS } from './metastatus-words.ts';
import { saidTogether, type Said } from './official-reading.ts';
import { readTime } from './read-time.ts';
import { meaningOf } from './vocabulary.ts';

// The shapes are those that programs read; no raw file was at hand. What else stands there is not looked at.
const list = z.array(z.unknown());
const organisation = z.object({ id: z.string(), services: list });
/** A part of an organisation, an outage, and a post about an outage: each has some of these. */
const line = z.object({
  status: z.optional(z.string()),
  description: z.optional(z.string()),
  time: z.optional(z.unknown()),
  posts: z.optional(list),
});

/** An issue that was over for so long is no news any more. */
const NEWS_MS = 6 * 3_600_000;
const MOST_LINES = 200;

const word = (status = '', text: string | null, at: number | null): Said | null => {
  const meaning = meaningOf(METASTATUS, status);
  return meaning && { status: meaning, text, at };
};

const lineOf = (value: unknown): Infer<typeof line> | null => z.safeParse(line, value).data ?? null;

/** The posts of an outage come in either order: the newest by its own time is the last word. */
const saidOf = (value: unknown, now: number): Said | null => {
  const own = lineOf(value);
  if (!own) return null;
  const [newest] = (own.posts ?? [])
    .flatMap((one) => lineOf(one) ?? [])
    .map((post) => ({ ...post, at: readTime(post.time, now) }))
    .reverse()
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const text = newest?.description ?? null;
  const at = newest?.at ?? readTime(own.time, now);
  return word(newest?.status, text, at) ?? word(own.status, text, at);
};

/** Of a list what stands in it, each as a line; what does not fit the shape is a word that is not known. */
const saidIn = (lines: unknown, now: number): (Said | null)[] =>
  (Array.isArray(lines) ? lines : []).slice(0, MOST_LINES).map((value) => saidOf(value, now));

/**
 * What metastatus.com says of an organisation (such as `facebook-login`) at `now` (milliseconds since 1970), by the JSON
 * of two of its files: `data/orgs.json` and `data/outages/<org>.json`; null in place of one that could not be read. Null
 * where nothing is said, or a word is not known.
 */
export const metastatusSaid = (
  overview: unknown,
  outages: unknown,
  org: string,
  now: number,
): Said | null => {
  const isNews = (said: Said | null): boolean =>
    said?.status !== 'resolved' || said.at === null || said.at >= now - NEWS_MS;
  const parts = (Array.isArray(overview) ? overview : []).flatMap((value) => {
    const { data } = z.safeParse(organisation, value);
    return data?.id === org ? saidIn(data.services, now) : [];
  });
  return saidTogether([...parts, ...saidIn(outages, now).filter(isNews)]);
};
