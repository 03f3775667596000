import { signedEnvelope, signingRole, type FeedTrust, type Keyset } from '../../lib/model/signed-feed.ts';
import type { SigningRole } from '../../lib/model/signed-feed.ts';
import { toMillis } from '../../lib/model/timestamp.ts';
import { z } from '../../lib/model/zod.ts';
import { jsonBytes } from '../signing/sign-envelope.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import { isSignedBy } from '../signing/verify-envelope.ts';
import { readJsonFile, readKeyFolder } from './key-files.ts';
import { keysetIn } from './keyset-draft.ts';
import type { Layout } from './layout.ts';
import type { Problem } from './private-files.ts';

/** All that a node needs to sign and to be verified. */
export interface Keyring {
  readonly root: SigningRole;
  readonly keyset: Keyset;
  /** The signed keyset as it is served. */
  readonly keysetBytes: Uint8Array;
  /** The private keys of this machine that the keyset accepts. After a rotation two feed keys sign side by side. */
  readonly feed: readonly SigningKey[];
  readonly witness: readonly SigningKey[];
}

export type KeyringRead =
  { readonly ok: true; readonly keyring: Keyring } | { readonly ok: false; readonly problem: Problem };

const accepted = (role: SigningRole, keys: readonly SigningKey[]): SigningKey[] =>
  keys.filter((key) => role.keys.some(({ x, kid }) => x === key.public.x && kid === key.public.kid));

/** Reads the keys of a data folder, and refuses those that readers would refuse, or that others may read. */
export const readKeyring = async (layout: Layout): Promise<KeyringRead> => {
  const root = z.safeParse(signingRole, await readJsonFile(layout.root));
  if (!root.success) return { ok: false, problem: `${layout.root} holds no root keys` };
  const envelope = z.safeParse(signedEnvelope, await readJsonFile(layout.keyset));
  const keys = envelope.success ? keysetIn(envelope.data) : null;
  if (!envelope.success || !keys) return { ok: false, problem: `${layout.keyset} holds no keyset` };
  if (!(await isSignedBy(envelope.data, root.data)))
    return { ok: false, problem: `${layout.keyset} is not signed by enough root keys` };
  const own = await readKeyFolder(layout.keys);
  if (!own.ok) return own;
  const keyring: Keyring = {
    root: root.data,
    keyset: keys,
    keysetBytes: jsonBytes(envelope.data),
    feed: accepted(keys.roles.feed, own.keys),
    witness: accepted(keys.roles.witness, own.keys),
  };
  return { ok: true, keyring };
};

/** The file that makes somebody a reader of this feed. */
export const trustOf = ({ root, keysetBytes }: Keyring, bases: readonly string[]): FeedTrust => ({
  format: 'outage-or-hacked/trust@1',
  bases: [...bases],
  root,
  keyset: z.parse(signedEnvelope, JSON.parse(new TextDecoder().decode(keysetBytes))),
});

/** Days until readers stop believing these keys; negative when they have. */
export const daysLeft = ({ keyset }: Keyring, now: number): number =>
  (toMillis(keyset.expiresAt) - now) / 86_400_000;
