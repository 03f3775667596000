import type { BoundedFetch, SourceResult } from './source.ts';

type Fault = Extract<SourceResult, { readonly ok: false }>['fault'];

export type Document<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: Fault };

/** What one file of a source may cost, in bytes. The largest that is known has a few ten kilobytes; XML takes long to read. */
const JSON_BYTES = 1024 * 1024;
const XML_BYTES = 512 * 1024;
const MILLISECONDS = 8_000;

const JSON_TYPES = ['application/json', 'text/json', 'text/plain'];
const XML_TYPES = [
  'application/rss+xml',
  'application/atom+xml',
  'application/xml',
  'text/xml',
  'application/rdf+xml',
];

const readText = async (
  fetch: BoundedFetch,
  address: string,
  types: readonly string[],
  bytes: number,
): Promise<Document<string>> => {
  const answer = await fetch(address, { bytes, ms: MILLISECONDS, types });
  if (!answer.ok) return answer;
  return answer.status === 200 ? { ok: true, value: answer.text } : { ok: false, fault: 'unreachable' };
};

/** Reads a JSON file: at most 1 MiB within 8 s. A page of HTML in its place is `wrong-type`. Never throws. */
export const readJson = async (fetch: BoundedFetch, address: string): Promise<Document<unknown>> => {
  const read = await readText(fetch, address, JSON_TYPES, JSON_BYTES);
  if (!read.ok) return read;
  try {
    return { ok: true, value: JSON.parse(read.value) };
  } catch {
    return { ok: false, fault: 'malformed' };
  }
};

/** Reads the text of an XML file: at most 512 KiB within 8 s. Never throws. */
export const readXml = (fetch: BoundedFetch, address: string): Promise<Document<string>> =>
  readText(fetch, address, XML_TYPES, XML_BYTES);
