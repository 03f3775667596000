import { base64url } from 'jose';
import { signedEnvelope, type SignedEnvelope } from '../../lib/model/signed-feed.ts';
import { serviceId } from '../../lib/model/service-id.ts';
import { z, type Infer } from '../../lib/model/zod.ts';
import { jsonBytes, signEnvelope } from '../signing/sign-envelope.ts';
import type { SigningKey } from '../signing/signing-key.ts';

const { payload: base64text } = signedEnvelope.shape;

/** What a witness answers: its signature over the same bytes, or the outages that it does not see. */
export const witnessAnswer = z.union([
  z.strictObject({
    signatures: z
      .array(z.strictObject({ protected: base64text, signature: base64text }))
      .check(z.minLength(1), z.maxLength(4)),
  }),
  z.strictObject({ unconfirmed: z.array(serviceId).check(z.minLength(1)) }),
]);
export type WitnessAnswer = Infer<typeof witnessAnswer>;

/** Asks for a witness to a feed that the feed's keys have signed; null when there is no answer. */
export type AskWitness = (signed: SignedEnvelope) => Promise<WitnessAnswer | null>;

/** A witness on the same machine: it sees what the publisher sees, and signs. */
export const witnessHere =
  (keys: readonly SigningKey[]): AskWitness =>
  async ({ payload }) => {
    if (keys.length === 0) return null;
    const { signatures } = await signEnvelope(base64url.decode(payload), keys);
    return { signatures: [...signatures] };
  };

/** How long the other machine may take, in milliseconds. */
const TIME_LIMIT = 4_000;
/** The most that its answer may measure, in bytes. */
const SIZE_LIMIT = 8 * 1024;

/** The witness at a base address: `POST {base}/v1/witness`. Without an answer the feed goes out with no witness. */
export const witnessAt =
  (base: string, fetch: typeof globalThis.fetch): AskWitness =>
  async (signed) => {
    try {
      const response = await fetch(`${base}/v1/witness`, {
        method: 'POST',
        headers: { 'content-type': 'application/jose+json' },
        body: Buffer.from(jsonBytes(signed)),
        redirect: 'error',
        signal: AbortSignal.timeout(TIME_LIMIT),
      });
      if (!response.ok || Number(response.headers.get('content-length') ?? Infinity) > SIZE_LIMIT)
        return null;
      const parsed = z.safeParse(witnessAnswer, await response.json());
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  };
