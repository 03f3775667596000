import type { IncomingHttpHeaders } from 'node:http';

/** A request as a site sees it. `form` holds the fields of an urlencoded body, `body` the text as sent. */
export interface PlatformRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
  readonly form: URLSearchParams;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

/** What a site answers. `cookies` are whole `Set-Cookie` values. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string;
}

const answer = (status: number, type: string, body: string, cookies: readonly string[]): Answer => ({
  status,
  headers: { 'content-type': type, 'cache-control': 'no-store' },
  cookies,
  body,
});

export const page = (body: string, status = 200, cookies: readonly string[] = []): Answer =>
  answer(status, 'text/html; charset=utf-8', body, cookies);

export const json = (value: unknown, status = 200, cookies: readonly string[] = []): Answer =>
  answer(status, 'application/json; charset=utf-8', JSON.stringify(value), cookies);

/** Facebook's background answers carry a prefix that keeps them from being run as a script. */
export const guardedJson = (value: unknown, status = 200): Answer =>
  answer(status, 'application/x-javascript; charset=utf-8', `for (;;);${JSON.stringify(value)}`, []);

export const redirect = (to: string, cookies: readonly string[] = [], status = 302): Answer => ({
  status,
  headers: { location: to, 'cache-control': 'no-store' },
  cookies,
  body: '',
});

export const nothing = (status = 204): Answer => ({ status, headers: {}, cookies: [], body: '' });

/** The path with its query, as it would stand in `?next=`. */
export const wholePath = ({ path, query }: PlatformRequest): string =>
  query.size > 0 ? `${path}?${query}` : path;
