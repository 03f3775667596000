import type { FeedFault } from '../../../../lib/feed/feed-fault.ts';
import type { Keyset } from '../../../../lib/model/signed-feed.ts';
import {
  bytesOf,
  feedBytes,
  feedKey,
  feedKey2,
  keysetOf,
  root1,
  root2,
  root3,
  signKeys,
  signText,
  stranger,
  witnessKey,
  type Signer,
} from '../signing-kit.ts';

const roles = (feed: object, witness: object = keysetOf().roles.witness) =>
  ({ feed, witness }) as Keyset['roles'];
const roleOf = (signer: Signer) => ({ threshold: 1, keys: [signer.publicKey] });
/** A newer keyset that lets the second key sign. */
const newer = (changes: Partial<Keyset> = {}): Keyset =>
  keysetOf({ version: 8, roles: roles(roleOf(feedKey2)), ...changes });

type KeysetAttack = readonly [what: string, file: () => Promise<Uint8Array> | Uint8Array];
const signed = (content: unknown, signers?: readonly Signer[]) => async () =>
  bytesOf(await signKeys(content, signers));

/** Keysets that are shown to whoever has met a feed of a key that it does not know, and must not be followed. */
export const KEYSETS_NOT_FOLLOWED: readonly KeysetAttack[] = [
  ['the same version with another key', signed(newer({ version: 7 }))],
  ['an earlier version', signed(newer({ version: 6 }))],
  ['a lower epoch in a higher version', signed(newer({ epoch: 0 }))],
  ['one of two root keys', signed(newer(), [root1])],
  ['one root key twice', signed(newer(), [root1, root1])],
  ['one root key under two names', signed(newer(), [root1, { ...root1, kid: root2.kid }])],
  ['a root key and a stranger', signed(newer(), [root1, stranger])],
  [
    'a root key and a stranger by the name of another',
    signed(newer(), [root3, { ...stranger, kid: root2.kid }]),
  ],
  ['the keys of the feed', signed(newer(), [feedKey, witnessKey])],
  ['its own new keys', signed(newer(), [feedKey2, feedKey2])],
  ['a feed threshold of 0', signed(newer({ roles: roles({ ...roleOf(feedKey2), threshold: 0 }) }))],
  [
    'a threshold that nobody can reach',
    signed(newer({ roles: roles({ ...roleOf(feedKey2), threshold: 2 }) })),
  ],
  [
    'two keys that are one',
    signed(
      newer({
        roles: roles({ threshold: 2, keys: [feedKey2.publicKey, { ...feedKey2.publicKey, kid: 'two' }] }),
      }),
    ),
  ],
  ['no key at all', signed(newer({ roles: roles({ threshold: 1, keys: [] }) }))],
  [
    'nine keys',
    signed(
      newer({ roles: roles({ threshold: 1, keys: Array.from({ length: 9 }, () => feedKey2.publicKey) }) }),
    ),
  ],
  [
    'a private key in it',
    signed(newer({ roles: roles({ threshold: 1, keys: [{ ...feedKey2.publicKey, d: 'AA' }] }) })),
  ],
  [
    'a secret in the place of a key',
    signed(newer({ roles: roles({ threshold: 1, keys: [{ kty: 'oct', k: 'AA', kid: feedKey2.kid }] }) })),
  ],
  ['no witness', signed({ ...newer(), roles: { feed: roleOf(feedKey2) } })],
  ['a role too much', signed({ ...newer(), roles: { ...newer().roles, owner: roleOf(feedKey2) } })],
  ['a field too much', signed({ ...newer(), root: roleOf(stranger) })],
  ['a version of 2^53', signed({ ...newer(), version: 2 ** 53 })],
  ['an end on no day', signed({ ...newer(), expiresAt: '2024-02-30T00:00:00Z' })],
  ['another format', signed({ ...newer(), format: 'outage-or-hacked/keys@2' })],
  ['a feed in its place', () => feedBytes(undefined, [root1, root2])],
  ['no JSON in it', async () => bytesOf(await signText('{', [root1, root2]))],
  ['no signature', () => bytesOf(newer())],
  ['a page in its place', () => bytesOf('<html>')],
  ['64 KiB and a byte', () => new Uint8Array(65_537).fill(0x20)],
];

/** What comes of a feed by the second key, sequence 1, when the keyset beside it is good and says this. */
export const KEYSETS_FOLLOWED: readonly (readonly [string, Partial<Keyset>, number, FeedFault | null])[] = [
  ['a higher version with the new key', {}, 101, null],
  ['a higher version, for a feed that falls back in the sequence', {}, 1, 'sequence-passed'],
  ['a new epoch, in which the sequence begins anew', { epoch: 2 }, 1, null],
  ['a higher version without the key', { roles: keysetOf().roles }, 101, 'signatures-missing'],
  ['keys that have expired', { expiresAt: '2024-01-01T00:00:00Z' }, 101, 'keys-expired'],
];
export { newer };
