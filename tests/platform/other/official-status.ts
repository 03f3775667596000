import { json, page, type Answer, type PlatformRequest } from '../exchange.ts';
import { html } from '../markup.ts';

/** Words of the official status page by organisation id, such as `facebook-login`. */
export type OfficialWords = ReadonlyMap<string, string>;

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
  const orgs = [...words].map(([id, status], index) => ({
    id,
    name: id,
    rss_file_paths: [`outage-events-feed-${id}.rss`],
    services: [{ id: index + 1, name: 'Platform Status', status, time: new Date().toISOString() }],
  }));
  if (path === '/data/orgs.json') return json(orgs);
  const org = orgs.find(({ id }) => path === `/data/outages/${id}.json`);
  if (!org) return page(shell());
  const [service] = org.services;
  return json(
    service?.status === 'No known issues'
      ? []
      : [{ id: 1, service_id: service?.id, status: service?.status, time: service?.time, posts: [] }],
  );
};
