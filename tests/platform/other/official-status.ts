import { json, page, type Answer, type PlatformRequest } from '../exchange.ts';
import { html } from '../markup.ts';

/** What the page says of an organisation: its word, what it wrote about it, and when (milliseconds since 1970; 0: always). */
export interface OfficialWord {
  readonly status: string;
  readonly text: string | null;
  readonly at: number;
}

/** By organisation id, such as `facebook-login`; a bare word is one about which nothing was written. */
export type OfficialWords = ReadonlyMap<string, OfficialWord | string>;

const wordOf = (said: OfficialWord | string): OfficialWord =>
  typeof said === 'string' ? { status: said, text: null, at: 0 } : said;

const CALM = 'No known issues';
const OVER = 'Resolved';

const timeOf = (at: number): string => new Date(at === 0 ? Date.now() : at).toISOString();

const shell = (): string =>
  html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" /><title>Status</title>
      <div id="root"></div>
    </html>`.text;

/**
 * The company's own status page. Field names were put together from programs that read it; unknown paths answer the same
 * page with 200, as the real one does.
 */
export const answerOfficialStatus = ({ path }: PlatformRequest, words: OfficialWords): Answer => {
  const orgs = [...words]
    .map(([id, said]) => ({ id, ...wordOf(said) }))
    .map(({ id, status, at }, index) => ({
      id,
      name: id,
      rss_file_paths: [`outage-events-feed-${id}.rss`],
      // What is over is told among the outages only.
      services: [
        { id: index + 1, name: 'Platform Status', status: status === OVER ? CALM : status, time: timeOf(at) },
      ],
    }));
  if (path === '/data/orgs.json') return json(orgs);
  const id = orgs.find((org) => path === `/data/outages/${org.id}.json`)?.id;
  const said = id === undefined ? undefined : words.get(id);
  if (said === undefined) return page(shell());
  const { status, text, at } = wordOf(said);
  if (status === CALM) return json([]);
  const posts = text === null ? [] : [{ id: 1, status, description: text, time: timeOf(at) }];
  return json([{ id: 1, service_id: 1, status, time: timeOf(at), posts }]);
};
