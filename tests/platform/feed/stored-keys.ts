import { exportJWK, importJWK, type JWK } from 'jose';
import type { FeedKeys, SigningKey } from './trust.ts';

interface StoredKey {
  readonly secret: JWK;
  readonly public: SigningKey['public'];
}

/** Keys of a feed in a form that goes from one process to another. */
export interface StoredKeys extends Pick<FeedKeys, 'epoch' | 'trust'> {
  readonly root: readonly StoredKey[];
  readonly feed: StoredKey;
  readonly witness: StoredKey;
}

const stored = async (key: SigningKey): Promise<StoredKey> => ({
  secret: await exportJWK(key.secret),
  public: key.public,
});

const revived = async ({ secret, public: half }: StoredKey): Promise<SigningKey> => {
  const key = await importJWK(secret, 'Ed25519');
  if (key instanceof Uint8Array) throw new Error('an Ed25519 key is a pair, not bytes');
  return { secret: key, public: half };
};

export const storeKeys = async ({ root, feed, witness, epoch, trust }: FeedKeys): Promise<StoredKeys> => ({
  root: await Promise.all(root.map(stored)),
  feed: await stored(feed),
  witness: await stored(witness),
  epoch,
  trust,
});

export const reviveKeys = async ({ root, feed, witness, epoch, trust }: StoredKeys): Promise<FeedKeys> => ({
  root: await Promise.all(root.map(revived)),
  feed: await revived(feed),
  witness: await revived(witness),
  epoch,
  trust,
});
