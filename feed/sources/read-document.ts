import type { BoundedFetch, SourceResult } from './source.ts';

type Fault = Extract<SourceResult, { readonly ok: false }>['fault'];

export type Document<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: Fault };

/** What one file of a source may cost. The largest that is known has a few ten kilobytes. */
const BYTES = 1024 * 1024;
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
): Promise<Document<string>> => {
  const answer = await fetch(address, { bytes: BYTES, ms: MILLISECONDS, types });
  if (!answer.ok) return answer;
  return answer.status === 200 ? { ok: true, value: answer.text } : { ok: false, fault: 'unreachable' };
};

/** Reads a JSON file: at most 1 MiB within 8 s. A page of HTML in its place is `wrong-type`. Never throws. */
export const readJson = async (fetch: BoundedFetch, address: string): Promise<Document<unknown>> => {
  const read = await readText(fetch, address, JSON_TYPES);
  if (!read.ok) return read;
  try {
    return { ok: true, value: JSON.parse(read.value) };
  } catch {
    return { ok: false, fault: 'malformed' };
  }
};

/** Reads the text of an XML file: at most 1 MiB within 8 s. Never throws. */
export const readXml = (fetch: BoundedFetch, address: string): Promise<Document<string>> =>
  readText(fetch, address, XML_TYPES);

/** The elements of a list that fit a schema; those that don't are passed over. */
export const fitting = <Value>(
  list: readonly unknown[],
  parse: (value: unknown) => { success: true; data: Value } | { success: false },
): Value[] =>
  list.flatMap((value) => {
    const parsed = parse(value);
    return parsed.success ? [parsed.data] : [];
  });
