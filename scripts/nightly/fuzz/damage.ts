import { toTimestamp } from '../../../lib/model/timestamp.ts';
import type { Random } from '../../calibrate/random.ts';
import { LAST_SEQUENCE, MINUTE, NOW } from './random-payload.ts';

type Json = Record<string, unknown>;

/** What may stand in the place of anything. A raw text is put into the JSON as it is. */
const JUNK: readonly ((random: Random) => unknown)[] = [
  () => null,
  () => true,
  (random) => random.pick([0, -0, -1, 0.5, 1, 1.0000001, 37, 1e21, 1e308, 2 ** 53, 2 ** 53 - 1, -(2 ** 53)]),
  (random) =>
    random.pick(['', 'NaN', '1', 'outage', 'operational', 'null', 'a\0b', '\ud800', '\u202e', '🙂']),
  (random) => 'x'.repeat(random.pick([1, 64, 65, 280, 281, 5_000])),
  () => [],
  () => ({}),
  (random) => {
    const least = random.pick([-1, 0, 0]);
    return Array.from({ length: random.pick([1, 36, 37, 500]) }, () => random.integer(least, 9));
  },
  (random) => deep(random.integer(2, 60)),
  (random) => toTimestamp(NOW + random.integer(-40, 40) * MINUTE),
  (random) =>
    random.pick([
      '2024-02-30T00:00:00Z',
      '2024-03-05T24:00:00Z',
      '2024-03-05T15:20:00',
      '0000-01-01T00:00:00Z',
      '2024-02-29T23:59:59.123456789Z',
      '2023-02-29T00:00:00Z',
    ]),
  (random) =>
    random.pick([
      'javascript:alert(1)',
      'https://metastatus.com/',
      'http://metastatus.com/',
      'https://',
      'data:,x',
      'HTTPS://x',
    ]),
];

const deep = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { a: value };
  return value;
};

const NAMES = [
  'constructor',
  'toString',
  'hasOwnProperty',
  'prototype',
  'valueOf',
  '',
  'facebook',
  'site:a.b',
  'site:a',
  'errors',
  'status',
  'header',
  'payload',
  'kid',
  '0',
];

/** Some place in a tree: what holds it and under which name. */
const somePlace = (random: Random, tree: Json): readonly [Json, string] => {
  let holder = tree;
  for (;;) {
    const names = Object.keys(holder);
    if (names.length === 0) return [holder, 'x'];
    const name = random.pick(names);
    const inner = holder[name];
    if (typeof inner !== 'object' || inner === null || random.chance(0.25)) return [holder, name];
    holder = inner as Json;
  }
};

/** Changes a tree of JSON in one place: another value, one field less or more, another name, another place. */
export const damageTree = (random: Random, tree: Json): void => {
  const [holder, name] = somePlace(random, tree);
  const what = random.integer(0, 9);
  if (what < 5) holder[name] = random.pick(JUNK)(random);
  else if (what < 6) Reflect.deleteProperty(holder, name);
  else if (what < 7) holder[random.pick(NAMES)] = holder[name];
  else if (what < 8) {
    const [other, otherName] = somePlace(random, tree);
    [holder[name], other[otherName]] = [structuredClone(other[otherName]), structuredClone(holder[name])];
  } else {
    const number = holder[name];
    if (typeof number === 'number')
      holder[name] = number * random.pick([-1, 1.5, 1e9, 0]) + random.pick([0, 1, 0.1]);
    else holder[`${name}${random.pick(['', ' ', 's', '\0'])}`] = holder[name];
  }
};

/** Changes times and place in the sequence, mostly to the edges of what is allowed. */
export const damageOrder = (random: Random, payload: Json): void => {
  const edge = (): number => random.pick([-1, 0, 1]) * random.pick([1, 1, 1000]);
  const issued = NOW + random.pick([0, 5, -9, -20, 60]) * MINUTE + edge();
  const expires = random.pick([NOW, issued + 15 * MINUTE, issued + 10 * MINUTE, issued]) + edge();
  if (random.chance(0.7)) payload['issuedAt'] = toTimestamp(issued);
  if (random.chance(0.7)) payload['expiresAt'] = toTimestamp(expires);
  if (random.chance(0.3)) payload['epoch'] = random.pick([0, 2, 3, 3, 4, 2 ** 53 - 1]);
  if (random.chance(0.5)) payload['sequence'] = LAST_SEQUENCE + random.pick([-1000, -1, 0, 1, 2 ** 40]);
};

const RAW = [
  '\ufeff',
  '\0',
  '{',
  '}',
  '"',
  ',',
  '\\',
  '\\u005f',
  ' ',
  '\n',
  '"__proto__":{},',
  '"__proto__":1,',
  '"sequence":1,',
  '1e999',
  '-',
  '//',
  '\u2028',
];

/** Changes text without looking at what it means. */
export const damageText = (random: Random, text: string): string => {
  const place = random.chance(0.3)
    ? text.indexOf('{', random.integer(0, text.length)) + 1
    : random.integer(0, text.length);
  const what = random.integer(0, 5);
  if (what < 1) return random.pick(RAW) + text;
  if (what < 2) return text.slice(0, place) + random.pick(RAW) + text.slice(place);
  if (what < 3) return text.slice(0, place) + text.slice(place + random.integer(1, 9));
  if (what < 4) return text.slice(0, place);
  if (what < 5) return text + random.pick([text, ' ', '\0', '}', '\n']);
  return (
    text.slice(0, place) +
    text.slice(place).replace(/"[^"]{1,20}"|\d/, () => random.pick(['"x"', '9', 'null', '[]']))
  );
};

/** Changes some bytes. */
export const damageBytes = (random: Random, bytes: Uint8Array): Uint8Array => {
  const what = random.integer(0, 3);
  if (bytes.length === 0) return bytes;
  if (what === 0) return bytes.slice(0, random.integer(0, bytes.length));
  if (what === 1) {
    const padded = new Uint8Array(random.pick([65_535, 65_536, 65_537, 70_000])).fill(0x20);
    padded.set(bytes.subarray(0, padded.length));
    return padded;
  }
  const changed = Uint8Array.from(bytes);
  for (let flips = random.integer(1, 3); flips > 0; flips -= 1) {
    const place = random.integer(0, changed.length - 1);
    changed[place] =
      (changed[place] ?? 0) ^ (what === 2 ? 1 << random.integer(0, 7) : random.integer(1, 255));
  }
  return changed;
};
