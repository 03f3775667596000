import { base64url, flattenedVerify } from 'jose';
import {
  protectedHeader,
  signedEnvelope,
  type PublicKey,
  type SignedEnvelope,
  type SigningRole,
} from '../../lib/model/signed-feed.ts';
import { z } from '../../lib/model/zod.ts';

/** The JSON in some bytes of UTF-8; undefined when they hold none. */
export const readJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

/** The signed file in some bytes, its signatures not yet verified; null when there is none. */
export const readEnvelope = (bytes: Uint8Array): SignedEnvelope | null => {
  const parsed = z.safeParse(signedEnvelope, readJson(bytes));
  return parsed.success ? parsed.data : null;
};

const keyIdOf = (header: string): string | null => {
  try {
    const parsed = z.safeParse(protectedHeader, readJson(base64url.decode(header)));
    return parsed.success ? parsed.data.kid : null;
  } catch {
    return null;
  }
};

/** Which of these keys really signed (their `x`), each signature verified by itself. Never throws. */
export const signersOf = async (
  envelope: SignedEnvelope,
  keys: readonly PublicKey[],
): Promise<ReadonlySet<string>> => {
  const signed = new Set<string>();
  for (const { protected: header, signature } of envelope.signatures) {
    const kid = keyIdOf(header);
    for (const { kty, crv, x } of keys.filter((key) => key.kid === kid)) {
      const jws = { payload: envelope.payload, protected: header, signature };
      const good = await flattenedVerify(jws, { kty, crv, x }, { algorithms: ['EdDSA'] }).then(
        () => true,
        () => false,
      );
      if (good) signed.add(x);
    }
  }
  return signed;
};

/** Whether enough different keys of a role signed. */
export const isSignedBy = async (envelope: SignedEnvelope, role: SigningRole): Promise<boolean> =>
  (await signersOf(envelope, role.keys)).size >= role.threshold;

/** The payload's JSON; undefined when it holds none. Says nothing of the signatures. */
export const payloadOf = (envelope: SignedEnvelope): unknown => {
  try {
    return readJson(base64url.decode(envelope.payload));
  } catch {
    return undefined;
  }
};
