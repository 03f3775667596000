import type { ServedFile } from '../publish/current-file.ts';
import { CACHE_CONTROL } from '../publish/object-file.ts';
import { FEED_MEDIA_TYPE } from '../../lib/model/signed-feed.ts';

/** An answer before it is put on a wire. Header names are in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string | null;
}

/** A browser shows `Retry-After` and what tells the server's clock to the extension only where this says so. */
export const ANY_ORIGIN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'age, date, retry-after',
} as const;

/** Whether `If-None-Match` names this validator: weak comparison (RFC 9110 §13.1.2). */
export const names = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header === etag ||
    header.trim() === '*' ||
    header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag));

const headersOf = new WeakMap<ServedFile, { whole: Answer['headers']; same: Answer['headers'] }>();

/** The headers of a file, made once for all the times that it is asked for. */
const fileHeaders = (file: ServedFile) => {
  const known = headersOf.get(file);
  if (known) return known;
  const same = { ...ANY_ORIGIN, etag: file.etag, 'cache-control': CACHE_CONTROL };
  const whole = {
    ...same,
    'content-type': FEED_MEDIA_TYPE,
    'content-length': String(file.bytes.length),
    'x-content-type-options': 'nosniff',
  };
  const made = { whole, same };
  headersOf.set(file, made);
  return made;
};

/** Answers GET and HEAD of a signed file; 503 while there is none. */
export const answerFile = (
  file: ServedFile | null,
  method: string,
  ifNoneMatch: string | undefined,
): Answer => {
  if (!file)
    return { status: 503, headers: { ...ANY_ORIGIN, 'retry-after': '5', 'content-length': '0' }, body: null };
  const { whole, same } = fileHeaders(file);
  if (names(ifNoneMatch, file.etag)) return { status: 304, headers: same, body: null };
  return { status: 200, headers: whole, body: method === 'HEAD' ? null : file.bytes };
};

/** The one answer to every report, also to those that are dropped. */
export const REPORT_ANSWER: Answer = { status: 204, headers: ANY_ORIGIN, body: null };

/** The answer to a browser that asks whether the extension may post reports. */
export const PREFLIGHT_ANSWER: Answer = {
  status: 204,
  headers: {
    ...ANY_ORIGIN,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '86400',
  },
  body: null,
};
