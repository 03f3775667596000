import { FEED_MEDIA_TYPE, FEED_SIZE_LIMIT } from '../model/signed-feed.ts';
import type { FeedFault } from './feed-fault.ts';
import { parseRetryAfter } from './feed-schedule.ts';

/** The part of `fetch` that is used. */
export type FetchPort = (address: string, init: RequestInit) => Promise<Response>;

export type Fetched =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly fault: FeedFault; readonly retryAfter: number | null };

/** How long one file may take, from the request to its last byte, in milliseconds. */
export const FETCH_TIME_LIMIT = 8_000;

/** Reads a body up to the limit; null when there is more, and then the rest is not read. */
const readBody = async (response: Response): Promise<Uint8Array | null> => {
  if (Number(response.headers.get('content-length')) > FEED_SIZE_LIMIT) return null;
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const bytes = new Uint8Array(FEED_SIZE_LIMIT);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, length);
    if (length + value.length > FEED_SIZE_LIMIT) return null;
    bytes.set(value, length);
    length += value.length;
  }
};

const isSignedFile = (response: Response): boolean => {
  const [type] = (response.headers.get('content-type') ?? '').split(';');
  return type?.trim().toLowerCase() === FEED_MEDIA_TYPE;
};

/**
 * Fetches one signed file: no credentials, no referrer, no redirect, 8 s, at most 64 KiB. It does not use the HTTP
 * cache: a validator kept there would let the server know a reader again. `retryAfter` is in seconds. Never throws.
 */
export const fetchSigned = async (
  fetch: FetchPort,
  address: string,
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
    if (!isSignedFile(response)) return failed('content-type');
    const bytes = await readBody(response);
    return bytes ? { ok: true, bytes } : failed('too-large');
  } catch {
    return failed(controller.signal.aborted ? 'timeout' : 'network');
  } finally {
    clearTimeout(timer);
    controller.abort(); // Lets go of what was not read.
  }
};

/** The address of a file under a base address. */
export const addressOf = (base: string, file: 'feed.json' | 'keys.json'): string =>
  `${base.replace(/\/+$/, '')}/v1/${file}`;
