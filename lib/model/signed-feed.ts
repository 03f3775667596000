import { feedTime } from './timestamp.ts';
import { z, type Infer } from './zod.ts';

/** The `typ` in the protected header of everything that a feed's server signs; the payload's `format` tells what it is. */
export const FEED_TYPE = 'oh-feed+jws';
/** The media type of feed and keys. */
export const FEED_MEDIA_TYPE = 'application/jose+json';
/** The most that the client reads of a feed or of keys, in bytes. */
export const FEED_SIZE_LIMIT = 64 * 1024;

const BASE64URL = /^[A-Za-z0-9_-]+$/;
const base64url = z.string().check(z.regex(BASE64URL, 'expected base64url without padding'));

/** 32 bytes in the one way to write them: the last digit carries four bits, so that no key has two names. */
const ED25519_POINT = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** A public Ed25519 key (RFC 8037). The algorithm belongs to the key, never to the message. */
export const publicKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().check(z.regex(ED25519_POINT, 'expected 32 bytes in base64url')),
  kid: z.string().check(z.minLength(1), z.maxLength(100)),
  alg: z.optional(z.literal('EdDSA')),
  use: z.optional(z.literal('sig')),
});
export type PublicKey = Infer<typeof publicKey>;

/** JWS, General JSON Serialization (RFC 7515 §7.2.1). Unprotected headers are refused. */
export const signedEnvelope = z.strictObject({
  payload: base64url,
  signatures: z
    .array(z.strictObject({ protected: base64url, signature: base64url }))
    .check(z.minLength(1), z.maxLength(8)),
});
export type SignedEnvelope = Infer<typeof signedEnvelope>;

export const protectedHeader = z.strictObject({
  alg: z.literal('EdDSA'),
  kid: z.string(),
  typ: z.literal(FEED_TYPE),
});

/** So many different keys of these must have signed. */
export const signingRole = z
  .strictObject({
    threshold: z.int().check(z.gte(1)),
    keys: z.array(publicKey).check(z.minLength(1), z.maxLength(8)),
  })
  .check(
    z.refine(
      ({ threshold, keys }) => new Set(keys.map((key) => key.x)).size >= threshold,
      'expected as many different keys as the threshold asks for',
    ),
  );
export type SigningRole = Infer<typeof signingRole>;

/** The payload of `keys.json`, signed by the root keys: who may sign the feed, and who witnesses an outage. */
export const keyset = z.strictObject({
  format: z.literal('outage-or-hacked/keys@1'),
  version: z.int().check(z.gte(1)),
  expiresAt: feedTime,
  epoch: z.int().check(z.gte(0)),
  roles: z.strictObject({ feed: signingRole, witness: signingRole }),
});
export type Keyset = Infer<typeof keyset>;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A feed's base address: https, or http on this very machine; no user, query or fragment. */
const isBaseAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const secure = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  return secure && `${username}${password}${search}${hash}` === '';
};

export const feedBase = z.string().check(z.refine(isBaseAddress, 'expected an https address'));

/** The file that makes somebody a reader of a feed: its addresses, its root keys and a first keyset. */
export const feedTrust = z.strictObject({
  format: z.literal('outage-or-hacked/trust@1'),
  bases: z.array(feedBase),
  root: signingRole,
  keyset: signedEnvelope,
});
export type FeedTrust = Infer<typeof feedTrust>;
