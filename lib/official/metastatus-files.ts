import { z, type Infer } from '../model/zod.ts';
import { fitting } from './fitting.ts';
import { METASTATUS } from './metastatus-words.ts';
import { saidTogether, type Said } from './official-reading.ts';
import { readTime } from './read-time.ts';
import { meaningOf } from './vocabulary.ts';

// The shapes are those that programs read; no raw file was at hand. What else stands there is not looked at.
const list = z.array(z.unknown());
const component = z.object({ status: z.string(), time: z.optional(z.unknown()) });
const organisation = z.object({ id: z.string(), services: list });
const post = z.object({
  status: z.optional(z.string()),
  description: z.optional(z.string()),
  time: z.optional(z.unknown()),
});
const outage = z.object({ status: z.string(), time: z.optional(z.unknown()), posts: z.optional(list) });

/** An issue that was over for so long is no news any more. */
const NEWS_MS = 6 * 3_600_000;

const word = (status: string, text: string | null, at: number | null): Said | null => {
  const meaning = meaningOf(METASTATUS, status);
  return meaning === null ? null : { status: meaning, text, at };
};

/** The posts of an outage come in either order: the newest by its own time is the last word. */
const saidOfOutage = (value: Infer<typeof outage>, now: number): Said | null => {
  const [newest] = fitting(value.posts ?? [], (one) => z.safeParse(post, one))
    .map((one) => ({ ...one, at: readTime(one.time, now) }))
    .reverse()
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const text = newest?.description ?? null;
  const at = newest?.at ?? readTime(value.time, now);
  return word(newest?.status ?? '', text, at) ?? word(value.status, text, at);
};

/** What `outages/<org>.json` says: an entry that does not fit the shape is a word that is not known. */
const saidOfOutages = (file: unknown, now: number): (Said | null)[] =>
  (Array.isArray(file) ? file : []).slice(0, 200).flatMap((value) => {
    const parsed = z.safeParse(outage, value);
    const said = parsed.success ? saidOfOutage(parsed.data, now) : null;
    const isOver = said?.status === 'resolved' && said.at !== null && said.at < now - NEWS_MS;
    return isOver ? [] : [said];
  });

/** What `orgs.json` says of one organisation; nothing where it is not in the file. */
const saidOfOrg = (file: unknown, org: string, now: number): (Said | null)[] =>
  fitting(Array.isArray(file) ? file : [], (value) => z.safeParse(organisation, value))
    .filter(({ id }) => id === org)
    .flatMap(({ services }) => services.slice(0, 200))
    .map((value) => {
      const parsed = z.safeParse(component, value);
      return parsed.success ? word(parsed.data.status, null, readTime(parsed.data.time, now)) : null;
    });

/**
 * What metastatus.com says of an organisation (such as `facebook-login`) at `now` (milliseconds since 1970), by the JSON
 * of two of its files: `data/orgs.json` and `data/outages/<org>.json`; null in place of one that could not be read. Null
 * where nothing is said, or a word is not known.
 */
export const metastatusSaid = (overview: unknown, outages: unknown, org: string, now: number): Said | null =>
  saidTogether([...saidOfOrg(overview, org, now), ...saidOfOutages(outages, now)]);
