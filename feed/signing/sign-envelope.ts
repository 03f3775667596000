import { GeneralSign } from 'jose';
import { FEED_TYPE, type SignedEnvelope } from '../../lib/model/signed-feed.ts';
import type { SigningKey } from './signing-key.ts';

/** Signs these very bytes with each key: JWS, General JSON Serialization (RFC 7515 §7.2.1). */
export const signEnvelope = async (
  payload: Uint8Array,
  keys: readonly SigningKey[],
): Promise<SignedEnvelope> => {
  const signing = new GeneralSign(payload);
  for (const { secret, public: half } of keys)
    signing.addSignature(secret).setProtectedHeader({ alg: 'EdDSA', kid: half.kid, typ: FEED_TYPE });
  const signed = await signing.sign();
  return {
    payload: signed.payload,
    signatures: signed.signatures.map(({ protected: header, signature }) => {
      if (header === undefined) throw new Error('each signature has a protected header');
      return { protected: header, signature };
    }),
  };
};

/** The bytes of JSON, as they are signed and served. */
export const jsonBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
