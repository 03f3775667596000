import { AwsClient } from 'aws4fetch';
import { FEED_MEDIA_TYPE, FEED_SIZE_LIMIT } from '../../lib/model/signed-feed.ts';
import type { PublishedFile } from './published-file.ts';

/** The right to write to an S3-compatible store. */
export interface StoreRights {
  readonly keyId: string;
  readonly secret: string;
  readonly region: string;
}

/** How long one request to the store may take, in milliseconds. */
const TIME_LIMIT = 4_000;

/** What the CDN before the store, and every reader, may do with the file; the same as the server says itself. */
export const CACHE_CONTROL = 'public, max-age=20, stale-while-revalidate=40';

/** The body up to the limit; null when there is more, and then the rest is not read. */
const readBounded = async (response: Response): Promise<Uint8Array | null> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > FEED_SIZE_LIMIT) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** The store's rights from the usual variables; null when they are not set. */
export const rightsFrom = (env: Readonly<Record<string, string | undefined>>): StoreRights | null => {
  const { AWS_ACCESS_KEY_ID: keyId, AWS_SECRET_ACCESS_KEY: secret, AWS_REGION: region } = env;
  return keyId && secret ? { keyId, secret, region: region ?? 'us-east-1' } : null;
};

/**
 * A published file in an S3-compatible store. Only a conditional write replaces it (`If-Match` with the ETag that was
 * read, `If-None-Match: *` where there was none): the store has to know both.
 */
export const openObjectFile = (address: string, rights: StoreRights): PublishedFile => {
  const { keyId: accessKeyId, secret: secretAccessKey, region } = rights;
  // The next round is the retry: one of its own could write after somebody else has.
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  const ask = (init: RequestInit): Promise<Response> =>
    client.fetch(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(TIME_LIMIT) });
  return {
    async read() {
      try {
        const response = await ask({ method: 'GET' });
        const version = response.headers.get('etag');
        if (response.status === 404) return { ok: true, value: null };
        const bytes = response.status === 200 && version !== null ? await readBounded(response) : null;
        if (!bytes || version === null) return { ok: false, fault: 'unreachable' };
        return { ok: true, value: { bytes, version } };
      } catch {
        return { ok: false, fault: 'unreachable' };
      }
    },
    async replace(bytes, expected) {
      const condition = expected === null ? { 'if-none-match': '*' } : { 'if-match': expected };
      const headers = { 'content-type': FEED_MEDIA_TYPE, 'cache-control': CACHE_CONTROL, ...condition };
      try {
        const response = await ask({ method: 'PUT', headers, body: new Uint8Array(bytes) });
        const version = response.headers.get('etag');
        // 409: another conditional write is under way. 404: what was to be replaced is gone.
        if ([404, 409, 412].includes(response.status)) return { ok: false, fault: 'conflict' };
        if (!response.ok || version === null) return { ok: false, fault: 'unreachable' };
        return { ok: true, version };
      } catch {
        return { ok: false, fault: 'unreachable' };
      }
    },
  };
};
