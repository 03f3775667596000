import { base64url } from 'jose';
import { keyset, signedEnvelope, type Keyset, type SigningRole } from '../../lib/model/signed-feed.ts';
import { toTimestamp } from '../../lib/model/timestamp.ts';
import { z, type Infer } from '../../lib/model/zod.ts';
import { jsonBytes, signEnvelope } from '../signing/sign-envelope.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import { payloadOf, signersOf } from '../signing/verify-envelope.ts';

/** How long a keyset holds: long enough to be renewed in peace, short enough that a lost one dies. */
export const KEYSET_LIFE = 365 * 86_400_000;

const { payload: base64text } = signedEnvelope.shape;

/** A keyset on its way from one root key to the next: signed by none, some, or enough of them. */
export const keysetDraft = z.strictObject({
  payload: base64text,
  signatures: z.array(z.strictObject({ protected: base64text, signature: base64text })).check(z.maxLength(8)),
});
export type KeysetDraft = Infer<typeof keysetDraft>;

/** An unsigned draft of a keyset. */
export const draftOf = (keys: Keyset): KeysetDraft => ({
  payload: base64url.encode(jsonBytes(keys)),
  signatures: [],
});

/** The keyset in a draft or a signed file; null when it does not fit. Its signatures are not looked at. */
export const keysetIn = (draft: KeysetDraft): Keyset | null => {
  const parsed = z.safeParse(keyset, payloadOf(draft));
  return parsed.success ? parsed.data : null;
};

/** Adds the signatures of those root keys that belong to this root and have not signed yet. */
export const signDraft = async (
  draft: KeysetDraft,
  root: SigningRole,
  keys: readonly SigningKey[],
): Promise<KeysetDraft> => {
  const signed = await signersOf(draft, root.keys);
  const ours = new Set(root.keys.map(({ x }) => x));
  const signing = keys.filter((key) => ours.has(key.public.x) && !signed.has(key.public.x));
  if (signing.length === 0) return draft;
  const { signatures } = await signEnvelope(base64url.decode(draft.payload), signing);
  return { payload: draft.payload, signatures: [...draft.signatures, ...signatures] };
};

/** The keyset that follows another at `now`: one version higher, good for a year. */
export const successorOf = (before: Keyset, changes: Partial<Keyset>, now: number): Keyset => ({
  ...before,
  ...changes,
  version: before.version + 1,
  expiresAt: toTimestamp(now + KEYSET_LIFE),
});
