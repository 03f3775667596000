import { FEED_MEDIA_TYPE, FEED_SIZE_LIMIT } from '../model/signed-feed.ts';
import type { FeedFault } from './feed-fault.ts';
import { parseRetryAfter } from './feed-schedule.ts';

/** The part of `fetch` that is used. */
export type FetchPort = (address: string, init: RequestInit) => Promise<Response>;

export type Fetched =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly date: number | null }
  | { readonly ok: false; readonly fault: FeedFault; readonly retryAfter: number | null };

/** How long one file may take, from the request to its last byte, in milliseconds. */
export const FETCH_TIME_LIMIT = 8_000;

/** Reads a body up to the limit; null when there is more, and then the rest is not read. */
const readBody = async (response: Response, limit: number): Promise<Uint8Array | null> => {
  if (Number(response.headers.get('content-length')) > limit) return null;
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const bytes = new Uint8Array(limit);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, length);
    if (length + value.length > limit) return null;
    bytes.set(value, length);
    length += value.length;
  }
};

/** The media type without its parameters. */
const typeOf = (response: Response): string =>
  (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** What the server's clock says: a cache on the way tells how long ago it was (RFC 9110 §6.6.1, RFC 9111 §5.1). */
const dateOf = (headers: Headers): number | null =>
  Date.parse(headers.get('date') ?? '') + Number(headers.get('age')) * 1000 || null;

/**
 * Fetches one file of one of these media types: no credentials, no referrer, no redirect, 8 s, at most `limit` bytes. It does not use the HTTP
 * cache: a validator kept there would let the server know a reader again. `retryAfter` is in seconds, `date` is what
 * the server's clock said in milliseconds since 1970, where it lets us see it. Never throws.
 */
export const fetchBounded = async (
  fetch: FetchPort,
  address: string,
  types: readonly string[],
  limit: number,
  now: number,
  timeLimit = FETCH_TIME_LIMIT,
): Promise<Fetched> => {
  const failed = (fault: FeedFault, retryAfter: number | null = null): Fetched => ({
    ok: false,
    fault,
    retryAfter,
  });
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeLimit);
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal: controller.signal,
    });
    if (response.status !== 200)
      return failed('status', parseRetryAfter(response.headers.get('retry-after'), now));
    if (!types.includes(typeOf(response))) return failed('content-type');
    const bytes = await readBody(response, limit);
    return bytes ? { ok: true, bytes, date: dateOf(response.headers) } : failed('too-large');
  } catch {
    return failed(controller.signal.aborted ? 'timeout' : 'network');
  } finally {
    clearTimeout(timer);
    controller.abort(); // Lets go of what was not read.
  }
};

/** Fetches one signed file, at most 64 KiB, as `fetchBounded` does. */
export const fetchSigned = (
  fetch: FetchPort,
  address: string,
  now: number,
  timeLimit?: number,
): Promise<Fetched> => fetchBounded(fetch, address, [FEED_MEDIA_TYPE], FEED_SIZE_LIMIT, now, timeLimit);

/** The address of a file under a base address. */
export const addressOf = (base: string, file: 'feed.json' | 'keys.json'): string =>
  `${base.replace(/\/+$/, '')}/v1/${file}`;
