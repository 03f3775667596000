import { createHash } from 'node:crypto';
import { feedPayload, type FeedPayload } from '../../lib/model/feed.ts';
import type { SigningRole } from '../../lib/model/signed-feed.ts';
import { z } from '../../lib/model/zod.ts';
import { isSignedBy, payloadOf, readEnvelope } from '../signing/verify-envelope.ts';
import type { Published } from './published-file.ts';

/** A signed file as it is served. */
export interface ServedFile {
  readonly bytes: Buffer;
  /** A strong validator (RFC 9110 §8.8.3): it changes whenever a byte does. */
  readonly etag: string;
}

/** A feed that was read back and is really ours. */
export interface OwnFeed extends ServedFile {
  readonly payload: FeedPayload;
  readonly version: string;
}

export const servedFile = (bytes: Uint8Array): ServedFile => ({
  bytes: Buffer.from(bytes),
  etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
});

/**
 * The feed in a published file, if enough feed keys signed it; null when somebody else wrote it, or it is damaged. A node
 * that has no keys takes what fits the schema, as every reader verifies for itself.
 */
export const readOwnFeed = async (
  { bytes, version }: Published,
  role: SigningRole | null,
): Promise<OwnFeed | null> => {
  const envelope = readEnvelope(bytes);
  if (!envelope || (role && !(await isSignedBy(envelope, role)))) return null;
  const payload = z.safeParse(feedPayload, payloadOf(envelope));
  return payload.success ? { ...servedFile(bytes), payload: payload.data, version } : null;
};
