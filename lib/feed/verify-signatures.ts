import { decode } from 'jose/base64url';
import { flattenedVerify } from 'jose/jws/flattened/verify';
import {
  protectedHeader,
  type PublicKey,
  type SignedEnvelope,
  type SigningRole,
} from '../model/signed-feed.ts';
import { z } from '../model/zod.ts';
import { parseBytes } from './envelope.ts';

/** Which keys really signed an envelope's payload. */
export interface Signers {
  /** The public keys (their `x`), each once, however many signatures it gave. */
  readonly keys: ReadonlySet<string>;
  /** A signature that names one of the keys was not made by it over these bytes. */
  readonly wrong: boolean;
  /** The payload's bytes; null when nobody signed. */
  readonly payload: Uint8Array | null;
}

const keyIdOf = (protectedPart: string): string | null => {
  try {
    const parsed = z.safeParse(protectedHeader, parseBytes(decode(protectedPart)));
    return parsed.success ? parsed.data.kid : null;
  } catch {
    return null;
  }
};

/** jose tells a wrong signature from what it cannot read or compute, which only counts as no signature. */
const isWrongSignature = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED';

/**
 * Verifies every signature by itself against the keys. A signature with a header other than ours, or by a key that is
 * not among them, counts neither way. Never throws.
 */
export const verifySignatures = async (
  envelope: SignedEnvelope,
  keys: readonly PublicKey[],
): Promise<Signers> => {
  const signed = new Set<string>();
  let payload: Uint8Array | null = null;
  let wrong = false;
  for (const { protected: protectedPart, signature } of envelope.signatures) {
    const kid = keyIdOf(protectedPart);
    for (const { kty, crv, x } of keys.filter((key) => key.kid === kid && !signed.has(key.x))) {
      const jws = { payload: envelope.payload, protected: protectedPart, signature };
      try {
        const verified = await flattenedVerify(jws, { kty, crv, x }, { algorithms: ['EdDSA'] });
        payload = verified.payload;
        signed.add(x);
      } catch (error) {
        wrong ||= isWrongSignature(error);
      }
    }
  }
  return { keys: signed, wrong, payload };
};

/** Whether enough different keys of a role are among those that signed. */
export const satisfies = (role: SigningRole, signers: Signers): boolean =>
  new Set(role.keys.map((key) => key.x).filter((x) => signers.keys.has(x))).size >= role.threshold;
