import { feedTrust, keyset, type FeedTrust, type Keyset, type SignedEnvelope } from '../model/signed-feed.ts';
import { toMillis } from '../model/timestamp.ts';
import { z } from '../model/zod.ts';
import { parseBytes } from './envelope.ts';
import { satisfies, verifySignatures } from './verify-signatures.ts';

/** A keyset whose root signatures were verified, with the file it came in. */
export interface TrustedKeys {
  readonly keyset: Keyset;
  readonly envelope: SignedEnvelope;
}

/** Reads the content of a `trust.json`; null when it does not fit. Its keyset is not verified here. */
export const readTrust = (content: unknown): FeedTrust | null => {
  const parsed = z.safeParse(feedTrust, content);
  return parsed.success ? parsed.data : null;
};

/** A name for the root of a feed, to tell what was remembered of another one. */
export const rootName = ({ root }: FeedTrust): string =>
  `${root.threshold}:${root.keys
    .map((key) => key.x)
    .sort()
    .join(',')}`;

/** The keyset in a signed file, if enough different root keys signed it; null otherwise. Expiry is not looked at. */
export const verifyKeys = async (envelope: SignedEnvelope, trust: FeedTrust): Promise<TrustedKeys | null> => {
  const signers = await verifySignatures(envelope, trust.root.keys);
  if (!satisfies(trust.root, signers) || !signers.payload) return null;
  const parsed = z.safeParse(keyset, parseBytes(signers.payload));
  return parsed.success ? { keyset: parsed.data, envelope } : null;
};

/** Of two trusted keysets the one to use: a higher version whose epoch does not fall replaces the one in use. */
export const newerKeys = (inUse: TrustedKeys | null, other: TrustedKeys | null): TrustedKeys | null => {
  if (!inUse || !other) return inUse ?? other;
  const rises = other.keyset.version > inUse.keyset.version && other.keyset.epoch >= inUse.keyset.epoch;
  return rises ? other : inUse;
};

/** Whether a keyset still holds at `now` (milliseconds since 1970). */
export const keysHold = ({ keyset: { expiresAt } }: TrustedKeys, now: number): boolean =>
  toMillis(expiresAt) > now;
