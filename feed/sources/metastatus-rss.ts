import { z, type Infer } from '../../lib/model/zod.ts';
import { METASTATUS } from '../../lib/official/metastatus-words.ts';
import { gravestOfEach, saidTogether, type Said } from '../../lib/official/official-reading.ts';
import { plainText } from './plain-text.ts';
import { readTime } from '../../lib/official/read-time.ts';
import { meaningOf } from '../../lib/official/vocabulary.ts';
import { metastatusOrg, orgReading, servicesOf, type MetastatusOrg } from './metastatus-org.ts';
import { parseFeed, type FeedItem } from './parse-feed.ts';
import { readXml } from './read-document.ts';
import { everySeconds, sourceBase, sourceName, under } from './source-fields.ts';
import type { BoundedFetch, Source } from './source.ts';

export const metastatusRssSettings = z.strictObject({
  kind: z.literal('metastatus-rss'),
  name: sourceName,
  base: sourceBase,
  everySeconds,
  orgs: z.array(metastatusOrg).check(z.minLength(1), z.maxLength(32)),
});

/** E.g. `[High disruptions]: Ads Delivery`. There is no other field that tells how grave it is. */
const TITLE = /^\[([^\]]{1,64})\]/;

const saidOf = (item: FeedItem, now: number): Said | null => {
  const word = TITLE.exec(plainText(item.title))?.[1];
  const status = word === undefined ? null : meaningOf(METASTATUS, word);
  const text = item.body === '' ? null : item.body;
  return status === null ? null : { status, text, at: readTime(item.time, now) };
};

/** Only open events stand in the feed, whatever their age; normally none. The channel's own date says nothing. */
const saidIn = (items: readonly FeedItem[], now: number): Said | null =>
  items.length === 0
    ? { status: 'operational', text: null, at: null }
    : saidTogether(items.map((item) => saidOf(item, now)));

/** metastatus.com through its RSS feeds, `outage-events-feed-<org>.rss`, where the JSON files can't be read. */
export const metastatusRss = ({
  name,
  base,
  everySeconds: every,
  orgs,
}: Infer<typeof metastatusRssSettings>): Source => ({
  name,
  services: servicesOf(orgs),
  everySeconds: every,
  read: async (fetch: BoundedFetch, now: number) => {
    const readOrg = async (one: MetastatusOrg) => {
      const file = await readXml(fetch, under(base, `outage-events-feed-${one.org}.rss`));
      if (!file.ok) return file;
      const items = parseFeed(file.value);
      if (!items) return { ok: false, fault: 'malformed' } as const;
      const said = saidIn(items, now);
      return { ok: true, readings: said ? [orgReading(name, base, one, said)] : [] } as const;
    };
    const feeds = await Promise.all(orgs.map(readOrg));
    const read = feeds.filter((feed) => feed.ok);
    const [failed] = feeds.filter((feed) => !feed.ok);
    if (read.length === 0 && failed) return failed;
    return { ok: true, readings: gravestOfEach(read.flatMap(({ readings }) => readings)) };
  },
});
