import { exportJWK, generateKeyPair, GeneralSign, type JWK } from 'jose';
import type { FeedTrust, PublicKey, SignedEnvelope } from '../../../lib/model/signed-feed.ts';
import { FEED_TYPE } from '../../../lib/model/signed-feed.ts';
import { FEED_HOST, SECOND_FEED_HOST } from '../hosts.ts';

/** Where the platform's stand-in for a feed answers. */
export const PLATFORM_FEED: readonly string[] = [FEED_HOST, SECOND_FEED_HOST].map(
  (host) => `https://${host}`,
);

/** A key that signs, and the public half as files carry it. */
export interface SigningKey {
  readonly secret: CryptoKey;
  readonly public: PublicKey;
}

/** All keys of a feed, with the trust file that readers of it get. */
export interface FeedKeys {
  readonly root: readonly SigningKey[];
  readonly feed: SigningKey;
  readonly witness: SigningKey;
  readonly epoch: number;
  readonly trust: FeedTrust;
}

const isPoint = (jwk: JWK): jwk is JWK & { x: string } => typeof jwk.x === 'string';

export const makeSigningKey = async (kid: string): Promise<SigningKey> => {
  const pair = await generateKeyPair('Ed25519', { extractable: true });
  const jwk = await exportJWK(pair.publicKey);
  if (!isPoint(jwk)) throw new Error('an Ed25519 key has a point');
  return { secret: pair.privateKey, public: { kty: 'OKP', crv: 'Ed25519', x: jwk.x, kid } };
};

/** Signs `payload` (anything that JSON can hold) with each key: General JSON Serialization. */
export const signWith = async (payload: unknown, keys: readonly SigningKey[]): Promise<SignedEnvelope> => {
  const signing = new GeneralSign(new TextEncoder().encode(JSON.stringify(payload)));
  for (const key of keys)
    signing
      .addSignature(key.secret)
      .setProtectedHeader({ alg: 'EdDSA', kid: key.public.kid, typ: FEED_TYPE });
  const { payload: text, signatures } = await signing.sign();
  return {
    payload: text,
    signatures: signatures.map(({ protected: header, signature }) => {
      if (header === undefined) throw new Error('each signature has a protected header');
      return { protected: header, signature };
    }),
  };
};

/** Fresh keys: two of three root keys sign the keyset, one feed key, one witness key. `bases` are the feed's addresses. */
export const makeTrust = async (bases: readonly string[], epoch = 1): Promise<FeedKeys> => {
  const root = await Promise.all(['root-1', 'root-2', 'root-3'].map(makeSigningKey));
  const [feed, witness] = await Promise.all([makeSigningKey('feed-1'), makeSigningKey('witness-1')]);
  const keyset = await signWith(
    {
      format: 'outage-or-hacked/keys@1',
      version: 1,
      expiresAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
      epoch,
      roles: {
        feed: { threshold: 1, keys: [feed.public] },
        witness: { threshold: 1, keys: [witness.public] },
      },
    },
    root.slice(0, 2),
  );
  const trust: FeedTrust = {
    format: 'outage-or-hacked/trust@1',
    bases: [...bases],
    root: { threshold: 2, keys: root.map((key) => key.public) },
    keyset,
  };
  return { root, feed, witness, epoch, trust };
};
