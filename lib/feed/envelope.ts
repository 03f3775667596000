import { FEED_SIZE_LIMIT, signedEnvelope, type SignedEnvelope } from '../model/signed-feed.ts';
import { z } from '../model/zod.ts';
import type { FeedFault } from './feed-fault.ts';

export type EnvelopeResult =
  | { readonly ok: true; readonly envelope: SignedEnvelope }
  | { readonly ok: false; readonly fault: FeedFault };

/** A key that the schema library passes over in silence, where it refuses every other one that it does not know. */
const refuseProto = (key: string, value: unknown): unknown => {
  if (key === '__proto__') throw new SyntaxError(key);
  return value;
};

/** The JSON in some bytes of UTF-8 without a byte order mark, or undefined when they hold none. */
export const parseBytes = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), refuseProto);
  } catch {
    return undefined;
  }
};

/** Reads the shape of a signed file: size, then JSON, then the envelope. No signature is verified here. */
export const readEnvelope = (bytes: Uint8Array): EnvelopeResult => {
  if (bytes.length > FEED_SIZE_LIMIT) return { ok: false, fault: 'too-large' };
  const content = parseBytes(bytes);
  if (content === undefined) return { ok: false, fault: 'not-json' };
  const parsed = z.safeParse(signedEnvelope, content);
  return parsed.success ? { ok: true, envelope: parsed.data } : { ok: false, fault: 'not-signed' };
};
