import { exportJWK, generateKeyPair, GeneralSign, type CryptoKey } from 'jose';
import type { FeedEntry, FeedPayload } from '../../../lib/model/feed.ts';
import type { FeedTrust, Keyset, PublicKey, SignedEnvelope } from '../../../lib/model/signed-feed.ts';
import { toTimestamp } from '../../../lib/model/timestamp.ts';

export const NOW = Date.parse('2024-03-05T15:20:00.000Z');
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

export interface Signer {
  readonly kid: string;
  readonly publicKey: PublicKey;
  readonly privateKey: CryptoKey;
}

export const makeSigner = async (kid: string): Promise<Signer> => {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const { x } = await exportJWK(publicKey);
  return { kid, privateKey, publicKey: { kty: 'OKP', crv: 'Ed25519', x: x as string, kid } };
};

const [root1, root2, root3, feedKey, feedKey2, witnessKey, stranger] = (await Promise.all(
  ['root-1', 'root-2', 'root-3', 'feed-1', 'feed-2', 'witness-1', 'stranger'].map(makeSigner),
)) as [Signer, Signer, Signer, Signer, Signer, Signer, Signer];
export { feedKey, feedKey2, root1, root2, root3, stranger, witnessKey };

export type Header = Record<string, unknown>;

/** Signs some text (or bytes) with real keys; each signature's header may be changed. */
export const signText = async (
  text: string | Uint8Array,
  signers: readonly Signer[],
  header: Header = {},
): Promise<SignedEnvelope> => {
  const sign = new GeneralSign(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  for (const { kid, privateKey } of signers)
    sign
      .addSignature(privateKey)
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'oh-feed+jws', ...header } as { alg: string });
  return (await sign.sign()) as SignedEnvelope;
};

export const bytesOf = (content: unknown): Uint8Array =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));

export const entryOf = (changes: Partial<FeedEntry> = {}): FeedEntry => ({
  status: 'operational',
  confidence: 0.98,
  since: null,
  scope: 'global',
  symptoms: { 'forced-logout': 0.81 },
  reports: { windowSeconds: 600, count: 4200, expected: 11.7, reporters: 4100 },
  official: null,
  probes: { ok: 1, failed: 11 },
  curve: [3, 2, 4],
  ...changes,
});

/** A feed that was issued a minute before NOW and holds for ten. */
export const payloadOf = (changes: Partial<FeedPayload> = {}): FeedPayload => ({
  format: 'outage-or-hacked/feed@1',
  epoch: 1,
  sequence: 100,
  issuedAt: toTimestamp(NOW - MINUTE),
  expiresAt: toTimestamp(NOW + 9 * MINUTE),
  next: { minWaitSeconds: 300, jitterSeconds: 120 },
  reporting: { rate: 1, presenceRate: 0.01, maxDelaySeconds: 180 },
  services: { facebook: entryOf() },
  ...changes,
});

/** The bytes of a signed feed. */
export const feedBytes = async (
  payload: unknown = payloadOf(),
  signers: readonly Signer[] = [feedKey],
  header: Header = {},
): Promise<Uint8Array> => bytesOf(await signText(JSON.stringify(payload), signers, header));

export const keysetOf = (changes: Partial<Keyset> = {}): Keyset => ({
  format: 'outage-or-hacked/keys@1',
  version: 7,
  expiresAt: '2024-12-31T00:00:00.000Z',
  epoch: 1,
  roles: {
    feed: { threshold: 1, keys: [feedKey.publicKey] },
    witness: { threshold: 1, keys: [witnessKey.publicKey] },
  },
  ...changes,
});

export const signKeys = (
  keys: unknown = keysetOf(),
  signers: readonly Signer[] = [root1, root2],
): Promise<SignedEnvelope> => signText(JSON.stringify(keys), signers);

export const trustOf = async (keys: Keyset = keysetOf()): Promise<FeedTrust> => ({
  format: 'outage-or-hacked/trust@1',
  bases: ['https://feed.example'],
  root: { threshold: 2, keys: [root1.publicKey, root2.publicKey, root3.publicKey] },
  keyset: await signKeys(keys),
});
