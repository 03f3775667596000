import type { FeedEntry } from '../../../../lib/model/feed.ts';
import { entryOf, keysetOf } from '../signing-kit.ts';
import { nextPayload, wellSigned, type Attack } from './attack.ts';

const TEXT = JSON.stringify(nextPayload());
const ENTRY = JSON.stringify(entryOf());

/** Text in the place of some text of a good payload. */
const inPlaceOf = (from: string, to: string): string => {
  if (!TEXT.includes(from)) throw new Error(`no ${from} in the payload`);
  return TEXT.replace(from, to);
};
/** A good payload with more in front of its first field. */
const withField = (field: string): string => TEXT.replace('{', `{${field},`);
const withServices = (services: string): string => inPlaceOf(`{"facebook":${ENTRY}}`, services);
const withEntry = (changes: Record<string, unknown>): string =>
  JSON.stringify(nextPayload({ services: { facebook: { ...entryOf(), ...changes } as FeedEntry } }));
const withOfficial = (changes: Record<string, unknown>): string =>
  withEntry({
    official: { source: 'metastatus', status: 'outage', text: null, url: null, at: null, ...changes },
  });
const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

const UNFIT: Readonly<Record<string, string>> = {
  'no JSON': '{',
  'nothing but a space': ' ',
  'a list': '[]',
  null: 'null',
  'a number': '1',
  'a keyset': JSON.stringify(keysetOf()),
  'another format': inPlaceOf('feed@1', 'feed@2'),
  'a byte order mark': `\ufeff${TEXT}`,
  'a NUL after it': `${TEXT}\0`,
  'a NUL in a name': inPlaceOf('"facebook"', '"face\\u0000book"'),
  'two payloads': TEXT + TEXT,
  'a comment': `/**/${TEXT}`,
  'single quotes': TEXT.replaceAll('"', "'"),
  'JSON of depth 10,000': withField(`"deep":${deep(10_000)}`),
  'JSON of depth 10,000 in the place of a number': inPlaceOf('"epoch":1', `"epoch":${deep(10_000)}`),
  'the prototype as a service': withServices(`{"__proto__":${ENTRY}}`),
  'the prototype beside a service': withServices(`{"facebook":${ENTRY},"__proto__":{}}`),
  'the prototype by an escaped name': withServices(`{"\\u005f_proto__":${ENTRY}}`),
  'the prototype in the payload': withField('"__proto__":{"format":"outage-or-hacked/feed@1"}'),
  'the prototype among the symptoms': inPlaceOf('{"forced-logout"', '{"__proto__":{},"forced-logout"'),
  'a status that is inherited': withServices(
    `{"facebook":${ENTRY.replace('"status":"operational"', '"__proto__":{"status":"operational"}')}}`,
  ),
  'the constructor as a service': withServices(`{"constructor":${ENTRY}}`),
  'the constructor in the payload': withField('"constructor":{}'),
  'a service that nobody knows': withServices(`{"bank":${ENTRY}}`),
  'a site without a host': withServices(`{"site:":${ENTRY}}`),
  'a site with an address': withServices(`{"site:evil.example/pay":${ENTRY}}`),
  'services in a list': withServices(`[${ENTRY}]`),
  'no services': inPlaceOf('"services"', '"server"'),
  'a key too much in the payload': withField('"advice":"call us"'),
  'a key too much in the waiting times': inPlaceOf('"jitterSeconds"', '"more":1,"jitterSeconds"'),
  'a key too much in the reporting': inPlaceOf('"rate"', '"to":"https://evil.example","rate"'),
  'a key too much in an entry': withEntry({ advice: 'call us' }),
  'a key too much in the counts': withEntry({
    reports: { windowSeconds: 600, count: 1, expected: 1, reporters: 1, who: [] },
  }),
  'a key too much in the probes': withEntry({ probes: { ok: 1, failed: 0, from: 'here' } }),
  'a key too much in the official word': withOfficial({ html: '<b>' }),
  'a symptom that nobody knows': withEntry({ symptoms: { hacked: 1 } }),
  'a symptom of the constructor': withEntry({ symptoms: { constructor: 1 } }),
  'a share above 1': withEntry({ symptoms: { errors: 1.0001 } }),
  'a share below 0': withEntry({ symptoms: { errors: -0.1 } }),
  'a confidence above 1': withEntry({ confidence: 2 }),
  'a share that is "NaN"': withEntry({ symptoms: { errors: 'NaN' } }),
  'NaN itself': inPlaceOf('0.98', 'NaN'),
  'a number beyond all numbers': inPlaceOf('0.98', '1e400'),
  'a count beyond all whole numbers': withEntry({ probes: { ok: 2 ** 53, failed: 0 } }),
  'a negative count': withEntry({ probes: { ok: 1, failed: -1 } }),
  'half a count': withEntry({ probes: { ok: 1.5, failed: 0 } }),
  'a negative number of reports': withEntry({
    reports: { windowSeconds: 600, count: -5, expected: 1, reporters: 1 },
  }),
  'a negative expectation': withEntry({
    reports: { windowSeconds: 600, count: 5, expected: -1, reporters: 1 },
  }),
  'a window of no time': withEntry({ reports: { windowSeconds: 0, count: 5, expected: 1, reporters: 1 } }),
  'a curve of 37': withEntry({ curve: Array.from({ length: 37 }, () => 1) }),
  'a curve with a hole': withEntry({ curve: [1, null, 2] }),
  'a curve of negative reports': withEntry({ curve: [-1] }),
  'a curve with a length': withEntry({ curve: { length: 3, 0: 1 } }),
  'a status that is no word': withEntry({ status: 1 }),
  'an unknown status': withEntry({ status: 'hacked' }),
  'a scope that is none': withEntry({ scope: 'mars' }),
  'a beginning on no day': withEntry({ since: '2024-02-30T00:00:00Z' }),
  'an official word that is text only': withEntry({ official: 'outage' }),
  'an official text of 281 characters': withOfficial({ text: 'a'.repeat(281) }),
  'an official address that runs': withOfficial({ url: 'javascript:alert(1)' }),
  'an official address that holds a page': withOfficial({ url: 'data:text/html,<b>' }),
  'an official address without encryption': withOfficial({ url: 'http://metastatus.com/' }),
  'an official address that is none': withOfficial({ url: 'metastatus.com' }),
  'an official word of nobody': withOfficial({ source: '' }),
  'an official word of somebody with a long name': withOfficial({ source: 'a'.repeat(65) }),
  'an official status that is none': withOfficial({ status: 'fine' }),
  'an official time that is none': withOfficial({ at: 'yesterday' }),
  'a negative wait': inPlaceOf('"minWaitSeconds":300', '"minWaitSeconds":-1'),
  'a rate above 1': inPlaceOf('"rate":1', '"rate":2'),
};

/** Bytes that are no text, signed as they are. */
const BYTES: Readonly<Record<string, () => Uint8Array>> = {
  'UTF-16': () => Buffer.from(TEXT, 'utf16le'),
  'UTF-16 with its mark': () => Buffer.from(`\ufeff${TEXT}`, 'utf16le'),
  'half a surrogate': () => Buffer.from(inPlaceOf('outage-or-hacked', '\u00ff'), 'latin1').fill(0xed, 12, 13),
  'a letter in too many bytes': () => Buffer.concat([Buffer.from([0xc1, 0xbb]), Buffer.from(TEXT.slice(1))]),
  'half a letter': () => Buffer.concat([Buffer.from(TEXT), Buffer.from([0xc3])]),
};

/** What the feed's own key, stolen or careless, can sign: refused, however well it is signed. */
export const PAYLOAD_ATTACKS: readonly Attack[] = [
  ...Object.entries(UNFIT).map(([what, text]) => ({ what, bytes: () => wellSigned(text) })),
  ...Object.entries(BYTES).map(([what, make]) => ({ what, bytes: () => wellSigned(make()) })),
].map((attack) => ({ ...attack, fault: 'not-a-feed' }));
