import { nothing, page, redirect, type Answer, type PlatformRequest } from '../exchange.ts';
import { html } from '../markup.ts';

/**
 * What stands between a browser and a real feed server. `pass`: the proxy that an operator puts before it, which
 * answers 502 while nobody listens behind it. `saved-file`: one that gives out a file of earlier. The others are a
 * captive portal: a page of its own with 200, and a redirect to one.
 */
export const FEED_FRONT_MODES = ['pass', 'saved-file', 'portal-page', 'portal-redirect'] as const;
export type FeedFrontMode = (typeof FEED_FRONT_MODES)[number];

const HANDED_ON = ['content-type', 'origin', 'if-none-match', 'accept'];
const HANDED_BACK = [
  'content-type',
  'etag',
  'cache-control',
  'retry-after',
  'date',
  'access-control-allow-origin',
  'access-control-allow-headers',
  'access-control-expose-headers',
];
const FEED = '/v1/feed.json';

const portalPage = (): string =>
  html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" /><title>Welcome to Café Wi-Fi</title>
      <h1>Welcome to Café Wi-Fi</h1>
      <p>Accept the terms to go online.</p>
    </html>`.text;

const picked = (names: readonly string[], value: (name: string) => string | undefined | null) =>
  Object.fromEntries(names.flatMap((name) => (value(name) ? [[name, value(name) as string]] : [])));

/** A reverse proxy for the feed's host. Without a server behind it (`to` is null) the platform's stand-in answers. */
export class FeedFront {
  /** The address of the real server, e.g. `http://127.0.0.1:8787`. */
  to: string | null = null;
  mode: FeedFrontMode = 'pass';
  /** What the server's machine takes for the time (milliseconds since 1970), where a test has set its clock: it is in the `Date` of its answers. */
  clock: (() => number) | null = null;
  #saved: Answer | null = null;

  /** Keeps the feed as it is served now, for `saved-file`. Throws when there is none. */
  async save(): Promise<void> {
    const answer = await this.#pass({ method: 'GET', path: FEED, body: '', headers: {} });
    if (answer.status !== 200) throw new Error(`no feed to save: ${answer.status}`);
    this.#saved = answer;
  }

  async answer(request: PlatformRequest): Promise<Answer> {
    switch (this.mode) {
      case 'portal-page':
        return page(portalPage());
      case 'portal-redirect':
        return redirect('https://portal.outage-or-hacked.test/hello');
      case 'saved-file':
        return request.path === FEED && this.#saved ? this.#saved : this.#pass(request);
      case 'pass':
        return this.#pass(request);
    }
  }

  async #pass({
    method,
    path,
    body,
    headers,
  }: Pick<PlatformRequest, 'method' | 'path' | 'body' | 'headers'>): Promise<Answer> {
    try {
      const answer = await fetch(`${this.to}${path}`, {
        method,
        // Every browser under test is this one machine.
        headers: {
          ...picked(HANDED_ON, (name) => headers[name]?.toString()),
          'x-forwarded-for': '127.0.0.1',
        },
        redirect: 'manual',
        ...(body === '' ? {} : { body }),
      });
      const date = this.clock && { date: new Date(this.clock()).toUTCString() };
      return {
        status: answer.status,
        headers: { ...picked(HANDED_BACK, (name) => answer.headers.get(name)), ...date },
        cookies: [],
        body: await answer.text(),
      };
    } catch {
      return nothing(502);
    }
  }
}
