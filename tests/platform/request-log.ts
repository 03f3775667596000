import type { PlatformRequest } from './exchange.ts';

/** What came in: enough to say who asked for what, nothing that was typed. `at` is milliseconds since 1970. */
export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  /** The `Origin` header, e.g. that of an extension. */
  readonly origin: string | null;
  readonly fetchSite: string | null;
  readonly fetchMode: string | null;
  readonly fetchDest: string | null;
  readonly referer: string | null;
  readonly hasCookies: boolean;
  readonly bodySize: number;
}

const header = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null;

export class RequestLog {
  readonly #entries: LoggedRequest[] = [];

  add({ method, host, path, query, headers, cookies, body }: PlatformRequest): void {
    this.#entries.push({
      at: Date.now(),
      method,
      host,
      path,
      query: query.toString(),
      origin: header(headers.origin),
      fetchSite: header(headers['sec-fetch-site']),
      fetchMode: header(headers['sec-fetch-mode']),
      fetchDest: header(headers['sec-fetch-dest']),
      referer: header(headers.referer),
      hasCookies: cookies.size > 0,
      bodySize: body.length,
    });
  }

  all(): readonly LoggedRequest[] {
    return [...this.#entries];
  }

  /**
   * Requests that an extension made by itself. A page's own requests carry its address (`Referer`), navigations say that
   * they are; an extension's background does neither, or has an extension's origin.
   */
  fromExtensions(): LoggedRequest[] {
    return this.#entries.filter(
      ({ origin, referer, fetchMode }) =>
        /^(chrome|moz)-extension:/.test(origin ?? '') || (fetchMode !== 'navigate' && referer === null),
    );
  }

  clear(): void {
    this.#entries.length = 0;
  }
}
