import { officialStatus } from '../../lib/model/feed.ts';
import { serviceId } from '../../lib/model/service-id.ts';
import { z, type Infer } from '../../lib/model/zod.ts';
import { readingOf, saidTogether, type Said } from '../../lib/official/official-reading.ts';
import { plainText } from './plain-text.ts';
import { readTime } from '../../lib/official/read-time.ts';
import { vocabulary } from '../../lib/official/vocabulary.ts';
import { parseFeed, type FeedItem } from './parse-feed.ts';
import { readXml } from './read-document.ts';
import { everySeconds, sourceAddress, sourceName } from './source-fields.ts';
import type { BoundedFetch, Source } from './source.ts';
import { holdsPhrase, stateIn } from './state-words.ts';
import { COMMON } from './vocabulary.ts';

const phrase = z.string().check(z.minLength(2), z.maxLength(64));

export const rssAtomSettings = z.strictObject({
  kind: z.literal('rss-atom'),
  name: sourceName,
  url: sourceAddress,
  everySeconds,
  services: z.array(serviceId).check(z.minLength(1), z.maxLength(16)),
  /** The page for people, quoted beside the words. */
  page: z.optional(sourceAddress),
  /** What its words mean, in place of the usual English ones. */
  words: z.optional(z.record(phrase, officialStatus)),
  /** Only items that name one of these are about the services. */
  about: z.optional(z.array(phrase).check(z.minLength(1), z.maxLength(32))),
  /** Whether an item is an incident that is edited as it goes on, or one message of several about it. */
  each: z.optional(z.enum(['incident', 'update'])),
  /** Items older than that are not looked at. */
  hours: z.optional(z.number().check(z.gt(0), z.lte(168))),
});

/** State words stand at the beginning of an item's text. */
const HEAD = 160;
const HOUR_MS = 3_600_000;

type Settings = Infer<typeof rssAtomSettings>;
type Dated = Said & { readonly at: number };

const saidIn = (items: readonly FeedItem[], settings: Settings, now: number): Said | null => {
  const words = settings.words ? vocabulary(settings.words) : COMMON;
  const oldest = now - (settings.hours ?? 24) * HOUR_MS;
  const known = items
    .flatMap(({ title, body, time }): Dated[] => {
      const at = readTime(time, now);
      const [heading, text] = [plainText(title), plainText(body)];
      const isAbout = settings.about?.some((one) => holdsPhrase(`${heading} ${text}`, one)) ?? true;
      const status = stateIn(`${heading} | ${text.slice(0, HEAD)}`, words);
      return at === null || at < oldest || !isAbout || status === null
        ? []
        : [{ status, text: text === '' ? heading : text, at }];
    })
    .toSorted((a, b) => b.at - a.at);
  return settings.each === 'incident' ? saidTogether(known) : (known[0] ?? null);
};

/**
 * Any RSS 2.0 or Atom feed of official words. Items are judged by the state words in their title and at the beginning of
 * their text; one without is passed over, and a feed without recent items says nothing.
 */
export const rssAtom = (settings: Settings): Source => ({
  name: settings.name,
  services: settings.services,
  everySeconds: settings.everySeconds,
  read: async (fetch: BoundedFetch, now: number) => {
    const file = await readXml(fetch, settings.url);
    if (!file.ok) return file;
    const items = parseFeed(file.value);
    if (!items) return { ok: false, fault: 'malformed' };
    const said = saidIn(items, settings, now);
    if (!said) return { ok: true, readings: [] };
    const { name, services, page = null } = settings;
    return { ok: true, readings: services.map((service) => readingOf(name, service, said, page)) };
  },
});
