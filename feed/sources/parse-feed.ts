import { XMLParser } from 'fast-xml-parser';
import { z } from '../../lib/model/zod.ts';
import { fitting } from '../../lib/official/fitting.ts';

/** One item of an RSS or Atom feed; its texts may hold markup, its time is as it stands there. */
export interface FeedItem {
  readonly title: string;
  readonly body: string;
  readonly time: string | null;
}

const DOCTYPE = /<!(?:DOCTYPE|ENTITY)/i;
const CLOSED = /<\/(?:\w+:)?(?:rss|feed)\s*>\s*$/;
const MOST_ITEMS = 200;
const DEEPEST = 32;

/** Entities are not resolved, nothing is fetched, and what may hold markup is kept as it stands. */
const parser = new XMLParser({
  processEntities: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  removeNSPrefix: false,
  maxNestedTags: DEEPEST,
  stopNodes: ['..title', '..description', '..summary', '..content', '..content:encoded'],
  isArray: (name) => name === 'item' || name === 'entry',
});

const text = z.optional(z.string());
const rssItem = z.object({ title: text, description: text, pubDate: text, 'dc:date': text });
const atomEntry = z.object({ title: text, summary: text, content: text, updated: text, published: text });
// An empty element is read as an empty text.
const items = z.object({ item: z.optional(z.array(z.unknown())), entry: z.optional(z.array(z.unknown())) });
const channelOf = z.object({
  rss: z.optional(z.object({ channel: z.union([items, z.literal('')]) })),
  feed: z.optional(z.union([items, z.literal('')])),
});

const parsed = (xml: string): unknown => {
  try {
    return parser.parse(xml);
  } catch {
    return null; // Not well-formed, too deep, or with a reserved name.
  }
};

const itemsIn = (root: unknown): FeedItem[] | null => {
  const document = z.safeParse(channelOf, root);
  if (!document.success) return null;
  const { rss, feed } = document.data;
  const channel = rss?.channel ?? feed;
  if (channel === undefined) return null;
  if (channel === '') return [];
  const fromRss = fitting((channel.item ?? []).slice(0, MOST_ITEMS), (one) => z.safeParse(rssItem, one));
  const fromAtom = fitting((channel.entry ?? []).slice(0, MOST_ITEMS), (one) => z.safeParse(atomEntry, one));
  return [
    ...fromRss.map((one) => ({
      title: one.title ?? '',
      body: one.description ?? '',
      time: one.pubDate ?? one['dc:date'] ?? null,
    })),
    ...fromAtom.map((one) => ({
      title: one.title ?? '',
      body: one.content ?? one.summary ?? '',
      time: one.updated ?? one.published ?? null,
    })),
  ];
};

/**
 * The items of an RSS 2.0 or Atom 1.0 feed, at most 200; null for anything else, for a document that is cut off, nested
 * deeper than 32, or declares a type (entities come with that). Never throws.
 */
export const parseFeed = (xml: string): FeedItem[] | null =>
  DOCTYPE.test(xml) || !CLOSED.test(xml) ? null : itemsIn(parsed(xml));
