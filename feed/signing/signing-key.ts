import { exportJWK, generateKeyPair, importJWK } from 'jose';
import { publicKey, type PublicKey } from '../../lib/model/signed-feed.ts';
import { z, type Infer } from '../../lib/model/zod.ts';

/** A private Ed25519 key as its file has it (RFC 8037). */
export const privateKey = z.extend(publicKey, {
  d: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, 'expected 32 bytes in base64url')),
});
export type PrivateKey = Infer<typeof privateKey>;

/** A key that signs, with the public half that readers know it by. */
export interface SigningKey {
  readonly secret: CryptoKey;
  readonly public: PublicKey;
}

export const publicHalf = ({ d: _secret, ...rest }: PrivateKey): PublicKey => rest;

/** Makes a key of this role. Its name ends in the beginning of its public half, so that no two keys share one. */
export const makePrivateKey = async (role: string): Promise<PrivateKey> => {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const { x, d } = await exportJWK(pair.privateKey);
  if (x === undefined || d === undefined) throw new Error('an Ed25519 key has a point and a secret');
  return { kty: 'OKP', crv: 'Ed25519', x, d, kid: `${role}-${x.replace(/[-_]/g, '').slice(0, 8)}` };
};

/** Makes a parsed key ready to sign; null when its halves do not belong together. */
export const readySigningKey = async (key: PrivateKey): Promise<SigningKey | null> => {
  try {
    const secret = await importJWK({ kty: key.kty, crv: key.crv, x: key.x, d: key.d }, 'EdDSA');
    return secret instanceof CryptoKey ? { secret, public: publicHalf(key) } : null;
  } catch {
    return null;
  }
};
