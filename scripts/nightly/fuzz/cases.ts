import { createRandom, type Random } from '../../calibrate/random.ts';
import { damageBytes, damageOrder, damageText, damageTree } from './damage.ts';
import { LAST_SEQUENCE, randomPayload } from './random-payload.ts';
import {
  base64url,
  envelopeOf,
  FEED,
  IMPOSTOR,
  properHeader,
  ROOTS,
  signUnder,
  STRANGER,
  WITNESS,
  type FuzzKey,
  type MadeSignature,
} from './signing.ts';

/** What a server may send, and every signature that was really made for it. */
export interface FuzzCase {
  readonly bytes: Uint8Array;
  readonly made: readonly MadeSignature[];
}

/** The feed that was read last; its very bytes may come again. */
export const LAST = base64url(JSON.stringify({ ...randomPayload(createRandom(0)), sequence: LAST_SEQUENCE }));

const SIGNERS: readonly (readonly FuzzKey[])[] = [
  ...Array.from({ length: 12 }, () => [FEED]),
  ...Array.from({ length: 4 }, () => [FEED, WITNESS]),
  [WITNESS, FEED],
  [FEED, FEED],
  [IMPOSTOR, FEED],
  [FEED, IMPOSTOR, STRANGER],
  [STRANGER],
  [IMPOSTOR],
  [WITNESS],
  [...ROOTS],
];

type Json = Record<string, unknown>;

/** What is signed: a payload, good or damaged before it is signed, so that the schema is reached. */
const payloadText = (random: Random): string => {
  const payload = randomPayload(random) as unknown as Json;
  const how = random.weighted({ good: 3, tree: 5, order: 2, text: 2 });
  if (how === 'tree')
    for (let times = random.integer(1, 3); times > 0; times -= 1) damageTree(random, payload);
  if (how === 'order') damageOrder(random, payload);
  const text = JSON.stringify(payload);
  return how === 'text' ? damageText(random, text) : text;
};

const headerText = (random: Random, kid: string): string => {
  const header: Json = properHeader(kid);
  if (random.chance(0.4)) return damageText(random, JSON.stringify(header));
  const changes = [
    { alg: random.pick(['none', 'HS256', 'ES256', 'Ed25519', 'EdDSA ', 'eddsa']) },
    { crit: random.pick([[], ['b64'], ['exp']]), b64: random.chance(0.5) },
    { kid: random.pick(['__proto__', 'constructor', 'feed-2', WITNESS.kid, '', 1, null]) },
    { typ: random.pick(['JWT', '', null, 'OH-FEED+JWS']) },
    { jwk: STRANGER.publicKey },
    { jku: 'https://evil.example/keys.json' },
  ];
  return JSON.stringify(
    random.chance(0.1) ? { typ: header['typ'], kid, alg: 'EdDSA' } : { ...header, ...random.pick(changes) },
  );
};

const garbage = (random: Random): Uint8Array => {
  const what = random.integer(0, 2);
  if (what === 0) return Uint8Array.from({ length: random.integer(0, 300) }, () => random.integer(0, 255));
  if (what === 1)
    return Buffer.from('[{"'.charAt(random.integer(0, 2)).repeat(random.pick([10, 1_000, 30_000])));
  const tree: Json = { payload: 'e30', signatures: [{ protected: 'e30', signature: 'e30' }] };
  for (let times = random.integer(1, 5); times > 0; times -= 1) damageTree(random, tree);
  return Buffer.from(JSON.stringify(tree));
};

/** The case of this number; the same for the same seed and number, on every machine. */
export const makeCase = (seed: number, number: number): FuzzCase => {
  const random = createRandom(seed, number);
  const where = random.weighted({
    payload: 60,
    header: 8,
    envelope: 10,
    text: 8,
    bytes: 8,
    again: 3,
    garbage: 3,
  });
  if (where === 'garbage') return { bytes: garbage(random), made: [] };
  const payload = where === 'again' ? LAST : base64url(payloadText(random));
  const made = random
    .pick(SIGNERS)
    .map((key) =>
      where === 'header' ? signUnder(payload, key, headerText(random, key.kid)) : signUnder(payload, key),
    );
  const envelope = envelopeOf(payload, made) as unknown as Json;
  if (where === 'envelope') {
    const other = signUnder(base64url(payloadText(random)), random.pick([FEED, WITNESS, STRANGER]));
    if (random.chance(0.3)) envelope['payload'] = other.payload;
    else if (random.chance(0.3))
      (envelope['signatures'] as unknown[]).push(...envelopeOf('', [other]).signatures);
    else damageTree(random, envelope);
    return { bytes: Buffer.from(JSON.stringify(envelope)), made: [...made, other] };
  }
  const text = JSON.stringify(envelope);
  if (where === 'text') return { bytes: Buffer.from(damageText(random, text)), made };
  return { bytes: where === 'bytes' ? damageBytes(random, Buffer.from(text)) : Buffer.from(text), made };
};
