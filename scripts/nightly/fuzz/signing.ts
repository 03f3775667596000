import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import type { Keyset, PublicKey } from '../../../lib/model/signed-feed.ts';

/** A key that signs feeds in the fuzzing. The same in every run, so that a case can be made again from its number. */
export interface FuzzKey {
  readonly kid: string;
  readonly publicKey: PublicKey;
  readonly privateKey: KeyObject;
}

/** What comes before the 32 secret bytes in the DER form of an Ed25519 key (RFC 8410). */
const DER_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

const keyOf = (kid: string, secret: number): FuzzKey => {
  const der = Buffer.concat([DER_HEAD, Buffer.alloc(32, secret)]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { kid, privateKey, publicKey: { kty: 'OKP', crv: 'Ed25519', x: String(x), kid } };
};

export const FEED = keyOf('feed-1', 1);
export const WITNESS = keyOf('witness-1', 2);
/** In no keyset; its second form calls itself the feed's key. */
export const STRANGER = keyOf('stranger', 3);
export const IMPOSTOR: FuzzKey = { ...STRANGER, kid: FEED.kid };
export const ROOTS = [keyOf('root-1', 4), keyOf('root-2', 5)] as const;

export const base64url = (content: string | Uint8Array): string => Buffer.from(content).toString('base64url');

/** One signature, and the key that really made it. */
export interface MadeSignature {
  readonly payload: string;
  readonly protected: string;
  readonly signature: string;
  readonly by: FuzzKey;
}

export const properHeader = (kid: string) => ({ alg: 'EdDSA', kid, typ: 'oh-feed+jws' });

/** Really signs some bytes (base64url) under a header, whatever that says (JWS, RFC 7515 §5.1). */
export const signUnder = (
  payload: string,
  by: FuzzKey,
  header = JSON.stringify(properHeader(by.kid)),
): MadeSignature => {
  const protectedPart = base64url(header);
  const signature = sign(null, Buffer.from(`${protectedPart}.${payload}`), by.privateKey);
  return { payload, protected: protectedPart, signature: base64url(signature), by };
};

export const envelopeOf = (payload: string, made: readonly MadeSignature[]) => ({
  payload,
  signatures: made.map(({ protected: part, signature }) => ({ protected: part, signature })),
});

export const KEYSET: Keyset = {
  format: 'outage-or-hacked/keys@1',
  version: 7,
  expiresAt: '2030-01-01T00:00:00Z',
  epoch: 3,
  roles: {
    feed: { threshold: 1, keys: [FEED.publicKey] },
    witness: { threshold: 1, keys: [WITNESS.publicKey] },
  },
};
