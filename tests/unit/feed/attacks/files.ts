import { bytesOf, feedBytes, signText, feedKey } from '../signing-kit.ts';
import { nextPayload, type Attack } from './attack.ts';

const good = () => signText(JSON.stringify(nextPayload()), [feedKey]);
const text = async (change: (text: string) => string) => bytesOf(change(JSON.stringify(await good())));
const padded = async (length: number) => {
  const bytes = new Uint8Array(length).fill(0x20);
  bytes.set(await feedBytes(nextPayload()));
  return bytes;
};

const DEEP = `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`;

/** What can lie in the place of the file before anybody looks at a signature. */
export const FILE_ATTACKS: readonly Attack[] = [
  { what: 'one byte too much', fault: 'too-large', bytes: () => padded(65_537) },
  { what: 'no byte', fault: 'not-json', bytes: () => new Uint8Array() },
  {
    what: 'a page',
    fault: 'not-json',
    bytes: () => bytesOf('<!doctype html><title>Sign in to the network</title>'),
  },
  { what: 'half a file', fault: 'not-json', bytes: () => text((all) => all.slice(0, all.length / 2)) },
  { what: 'all but the last byte', fault: 'not-json', bytes: () => text((all) => all.slice(0, -1)) },
  { what: 'two files', fault: 'not-json', bytes: () => text((all) => all + all) },
  { what: 'a byte order mark before it', fault: 'not-json', bytes: () => text((all) => `\ufeff${all}`) },
  { what: 'a NUL after it', fault: 'not-json', bytes: () => text((all) => `${all}\0`) },
  { what: 'a NUL between', fault: 'not-json', bytes: () => text((all) => all.replace(',', '\0,')) },
  {
    what: 'UTF-16',
    fault: 'not-json',
    bytes: async () => Buffer.from(JSON.stringify(await good()), 'utf16le'),
  },
  {
    what: 'half a surrogate',
    fault: 'not-json',
    bytes: () => Buffer.concat([Buffer.from('"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"')]),
  },
  {
    what: 'a guard against scripts before it',
    fault: 'not-json',
    bytes: () => text((all) => `)]}',\n${all}`),
  },
  { what: 'a script around it', fault: 'not-json', bytes: () => text((all) => `callback(${all})`) },
  {
    what: 'the prototype in it',
    fault: 'not-json',
    bytes: () => text((all) => `{"__proto__":{},${all.slice(1)}`),
  },
  { what: 'all of it inherited', fault: 'not-json', bytes: () => text((all) => `{"__proto__":${all}}`) },
  {
    what: 'the constructor in it',
    fault: 'not-signed',
    bytes: () => text((all) => `{"constructor":{},${all.slice(1)}`),
  },
  { what: 'itself in a list', fault: 'not-signed', bytes: () => text((all) => `[${all}]`) },
  { what: 'itself in a text', fault: 'not-signed', bytes: () => text((all) => JSON.stringify(all)) },
  { what: 'null', fault: 'not-signed', bytes: () => bytesOf('null') },
  {
    what: 'JSON of depth 30,000',
    fault: 'not-json',
    bytes: () => bytesOf('['.repeat(30_000) + ']'.repeat(30_000)),
  },
  {
    what: 'JSON of depth 500 as its payload',
    fault: 'not-signed',
    bytes: () => text((all) => all.replace(/"payload":"[^"]*"/, `"payload":${DEEP}`)),
  },
  {
    what: 'JSON of depth 30,000 that does not end',
    fault: 'not-json',
    bytes: () => bytesOf('['.repeat(30_000)),
  },
  {
    what: 'a payload of numbers',
    fault: 'not-signed',
    bytes: () => text((all) => all.replace(/"payload":"[^"]*"/, '"payload":[1,2,3]')),
  },
  {
    what: 'a second payload of the same name, the last of which counts',
    fault: 'signature-wrong',
    bytes: () => text((all) => `${all.slice(0, -1)},"payload":"e30"}`),
  },
];
