import { CompactSign, exportJWK, FlattenedSign, generateKeyPair, GeneralSign } from 'jose';
import type { SignedEnvelope } from '../../../../lib/model/signed-feed.ts';
import {
  bytesOf,
  feedBytes,
  feedKey,
  feedKey2,
  keysetOf,
  root1,
  signText,
  stranger,
  witnessKey,
  type Header,
} from '../signing-kit.ts';
import { nextPayload, type Attack } from './attack.ts';

const TEXT = JSON.stringify(nextPayload());
const TWO = {
  keys: keysetOf({
    roles: {
      ...keysetOf().roles,
      feed: { threshold: 2, keys: [feedKey.publicKey, feedKey2.publicKey] },
    },
  }),
  signers: [feedKey, feedKey2],
};
const impostor = { ...stranger, kid: feedKey.kid };
const OURS: Header = { alg: 'EdDSA', kid: feedKey.kid, typ: 'oh-feed+jws' };

const good = () => signText(TEXT, [feedKey]);
const base64url = (content: string | Uint8Array): string => Buffer.from(content).toString('base64url');
/** A good envelope with something else in the place of its parts. */
const changed = (change: (envelope: SignedEnvelope) => unknown) => async () => bytesOf(change(await good()));
const withSignature = (change: (one: SignedEnvelope['signatures'][number]) => object) =>
  changed((envelope) => ({ ...envelope, signatures: envelope.signatures.map(change) }));
/** A header that was really signed by the right key, bytes as they are. */
const withSignedHeader = (header: string | Uint8Array) => async () => {
  const payload = base64url(TEXT);
  const protectedPart = base64url(header);
  const signature = await crypto.subtle.sign(
    'Ed25519',
    feedKey.privateKey as never,
    new TextEncoder().encode(`${protectedPart}.${payload}`),
  );
  const signatures = [{ protected: protectedPart, signature: base64url(new Uint8Array(signature)) }];
  return bytesOf({ payload, signatures });
};
const signedHeader = (changes: Header) => withSignedHeader(JSON.stringify({ ...OURS, ...changes }));

const ed25519Order = 2n ** 252n + 27742317777372353535851937790883648493n;
/** Another signature of the same bytes, for a verifier that does not look whether S is below the order of the group. */
const sameButHigher = (signature: string): string => {
  const bytes = Buffer.from(signature, 'base64url');
  const high = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString('hex')}`) + ed25519Order;
  return base64url(
    Buffer.concat([bytes.subarray(0, 32), Buffer.from(high.toString(16).padStart(64, '0'), 'hex').reverse()]),
  );
};

const MISSING: readonly (readonly [string, Attack['bytes']])[] = [
  ['a signature by an unknown key', () => feedBytes(nextPayload(), [stranger])],
  ['the key of the other role alone', () => feedBytes(nextPayload(), [witnessKey])],
  ['a root key', () => feedBytes(nextPayload(), [root1])],
  ['the algorithm "none"', signedHeader({ alg: 'none' })],
  [
    'HS256 with the public key as its secret',
    async () => {
      const secret = Buffer.from(feedKey.publicKey.x, 'base64url');
      const sign = new GeneralSign(new TextEncoder().encode(TEXT)).addSignature(secret);
      return bytesOf(await sign.setProtectedHeader({ ...OURS, alg: 'HS256' }).sign());
    },
  ],
  [
    'HS256 with the text of the public key as its secret',
    async () => {
      const secret = new TextEncoder().encode(JSON.stringify(feedKey.publicKey));
      const sign = new GeneralSign(new TextEncoder().encode(TEXT)).addSignature(secret);
      return bytesOf(await sign.setProtectedHeader({ ...OURS, alg: 'HS256' }).sign());
    },
  ],
  [
    'ES256 by a key that brings itself along',
    async () => {
      const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
      const sign = new GeneralSign(new TextEncoder().encode(TEXT)).addSignature(privateKey);
      const jwk = await exportJWK(publicKey);
      return bytesOf(await sign.setProtectedHeader({ ...OURS, alg: 'ES256', jwk }).sign());
    },
  ],
  ['the algorithm under its other name', signedHeader({ alg: 'Ed25519' })],
  ['the algorithm in small letters', signedHeader({ alg: 'eddsa' })],
  ['no algorithm', signedHeader({ alg: undefined })],
  ['an extension that must be understood', signedHeader({ crit: ['exp'], exp: 1 })],
  ['an empty list of extensions', signedHeader({ crit: [] })],
  ['an unencoded payload', signedHeader({ b64: false, crit: ['b64'] })],
  ['no type', signedHeader({ typ: undefined })],
  ['another type', signedHeader({ typ: 'JWT' })],
  ['a type in capitals', signedHeader({ typ: 'OH-FEED+JWS' })],
  ['an address of keys', signedHeader({ jku: 'https://evil.example/keys' })],
  ['a certificate', signedHeader({ x5c: ['AA=='] })],
  ['no key id', signedHeader({ kid: undefined })],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'FEED-1', 'feed-1 '].map(
    (kid) => [`the key id "${kid}"`, signedHeader({ kid })] as const,
  ),
  ['a list as its key id', signedHeader({ kid: ['feed-1'] })],
  [
    'a key id that is inherited',
    withSignedHeader(`{"alg":"EdDSA","typ":"oh-feed+jws","__proto__":{"kid":"feed-1"}}`),
  ],
  ['no JSON as its header', withSignedHeader('feed-1')],
  ['null as its header', withSignedHeader('null')],
  ['a header in UTF-16', withSignedHeader(Buffer.from(JSON.stringify(OURS), 'utf16le'))],
  ['a header after a byte order mark', withSignedHeader(`\ufeff${JSON.stringify(OURS)}`)],
  ['a header of depth 2,000', withSignedHeader('['.repeat(2_000) + ']'.repeat(2_000))],
  ['a signature of half a byte', withSignature((one) => ({ ...one, signature: 'A' }))],
];

const WRONG: readonly (readonly [string, Attack['bytes']])[] = [
  ['a forged signature under the name of our key', () => feedBytes(nextPayload(), [impostor])],
  [
    'another payload under a good signature',
    changed((one) => ({ ...one, payload: base64url(TEXT.replace('0.98', '0.99')) })),
  ],
  ['a payload one bit longer', changed((one) => ({ ...one, payload: `${one.payload}A` }))],
  [
    'the signature of another feed',
    async () => {
      const other = await signText(JSON.stringify(nextPayload({ sequence: 102 })), [feedKey]);
      return bytesOf({ ...(await good()), signatures: other.signatures });
    },
  ],
  ['a signature of zeros', withSignature((one) => ({ ...one, signature: base64url(new Uint8Array(64)) }))],
  ['a signature of one byte', withSignature((one) => ({ ...one, signature: 'AA' }))],
  ['a short signature', withSignature((one) => ({ ...one, signature: one.signature.slice(0, -4) }))],
  [
    'a signature and a byte more',
    withSignature((one) => ({ ...one, signature: `${one.signature.slice(0, -1)}wAA` })),
  ],
  [
    'a second form of a good signature',
    withSignature((one) => ({ ...one, signature: sameButHigher(one.signature) })),
  ],
  [
    'a header that was not signed',
    withSignature((one) => ({
      ...one,
      protected: base64url(JSON.stringify({ typ: OURS['typ'], kid: OURS['kid'], alg: 'EdDSA' })),
    })),
  ],
];

const SHAPELESS: readonly (readonly [string, Attack['bytes']])[] = [
  ['an unprotected header', withSignature((one) => ({ ...one, header: { kid: feedKey.kid } }))],
  ['an unprotected header for all', changed((one) => ({ ...one, header: OURS }))],
  [
    'key and algorithm in an unprotected header only',
    withSignature((one) => ({ ...one, protected: base64url('{}'), header: OURS })),
  ],
  [
    'an unprotected header with the name of the prototype',
    async () => bytesOf(JSON.stringify(await good()).replace('"signature":', '"__proto__x":{},"signature":')),
  ],
  ['no signature', withSignature(({ protected: part }) => ({ protected: part }))],
  [
    'an empty signature and "none"',
    withSignature(() => ({ protected: base64url(JSON.stringify({ ...OURS, alg: 'none' })), signature: '' })),
  ],
  ['an empty list of signatures', changed((one) => ({ ...one, signatures: [] }))],
  [
    'nine signatures',
    () =>
      feedBytes(
        nextPayload(),
        Array.from({ length: 9 }, () => feedKey),
      ),
  ],
  ['no payload', changed(({ signatures }) => ({ signatures }))],
  ['an empty payload', changed((one) => ({ ...one, payload: '' }))],
  ['a payload in ordinary base64', changed((one) => ({ ...one, payload: `${one.payload}==` }))],
  ['a space in the payload', changed((one) => ({ ...one, payload: ` ${one.payload}` }))],
  [
    'the flattened form',
    async () =>
      bytesOf(
        await new FlattenedSign(new TextEncoder().encode(TEXT))
          .setProtectedHeader(OURS as { alg: string })
          .sign(feedKey.privateKey),
      ),
  ],
  [
    'the compact form',
    async () =>
      bytesOf(
        JSON.stringify(
          await new CompactSign(new TextEncoder().encode(TEXT))
            .setProtectedHeader(OURS as { alg: string })
            .sign(feedKey.privateKey),
        ),
      ),
  ],
  ['a field too much', changed((one) => ({ ...one, comment: '' }))],
  ['signatures by name', changed((one) => ({ ...one, signatures: { 0: one.signatures[0], length: 1 } }))],
];

/** What can be done to signatures. */
export const SIGNATURE_ATTACKS: readonly Attack[] = [
  ...MISSING.map(([what, bytes]) => ({ what, bytes, fault: 'signatures-missing' as const })),
  ...WRONG.map(([what, bytes]) => ({ what, bytes, fault: 'signature-wrong' as const })),
  ...SHAPELESS.map(([what, bytes]) => ({ what, bytes, fault: 'not-signed' as const })),
  {
    ...TWO,
    what: 'one key twice where two keys are needed',
    fault: 'signatures-missing',
    bytes: () => feedBytes(nextPayload(), [feedKey, feedKey]),
  },
  {
    ...TWO,
    what: 'one key under two names where two keys are needed',
    fault: 'signature-wrong',
    bytes: () => feedBytes(nextPayload(), [feedKey, { ...feedKey, kid: feedKey2.kid }]),
  },
  {
    ...TWO,
    what: 'a good signature and a bad one where two keys are needed',
    fault: 'signature-wrong',
    bytes: () => feedBytes(nextPayload(), [feedKey, { ...stranger, kid: feedKey2.kid }]),
  },
  {
    ...TWO,
    what: 'a feed key and the witness where two feed keys are needed',
    fault: 'signatures-missing',
    bytes: () => feedBytes(nextPayload(), [feedKey, witnessKey]),
  },
];
