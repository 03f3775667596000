import { access, constants } from 'node:fs/promises';
import { signedEnvelope } from '../../lib/model/signed-feed.ts';
import { z } from '../../lib/model/zod.ts';
import { installKeyset } from '../keys/change-keyset.ts';
import { makeFirstKeys } from '../keys/first-keys.ts';
import { readJsonFile } from '../keys/key-files.ts';
import { readKeyring, trustOf, type Keyring } from '../keys/keyring.ts';
import type { Layout } from '../keys/layout.ts';
import { makePrivateFolder, writeWhole, type Problem } from '../keys/private-files.ts';
import { servedFile, type ServedFile } from '../publish/current-file.ts';
import type { Role } from '../settings/settings.ts';
import { StartRefused } from './refusal.ts';

/** The keys of a running node. */
export interface KeyHolder {
  /** Null on an ingest node without keys. */
  current(): Keyring | null;
  /** `keys.json` as it is served. */
  file(): ServedFile | null;
  /** Reads them again after a rotation; says what is wrong with them, and then keeps those it has. */
  reload(): Promise<Problem | null>;
  /** Takes up a keyset from elsewhere if it is newer than the one in place and the root signed it; true when it did. */
  follow(keys: unknown): Promise<boolean>;
  /** Writes `trust.json` for readers at these addresses. */
  writeTrust(bases: readonly string[]): Promise<void>;
}

/** Opens the data folder; on the first run of a node that signs for itself it makes the keys. @throws StartRefused */
export const openKeys = async (layout: Layout, role: Role, now: number): Promise<KeyHolder> => {
  const closed = await makePrivateFolder(layout.data);
  if (closed) throw new StartRefused(closed);
  await access(layout.data, constants.R_OK | constants.W_OK | constants.X_OK);
  if (role === 'all') await makeFirstKeys(layout, now);
  if (role === 'ingest' && (await readJsonFile(layout.root)) === undefined)
    return {
      current: () => null,
      file: () => null,
      reload: async () => null,
      follow: async () => false,
      writeTrust: async () => undefined,
    };
  const read = await readKeyring(layout);
  if (!read.ok) throw new StartRefused(read.problem);
  let { keyring } = read;
  let file = servedFile(keyring.keysetBytes);
  let bases: readonly string[] = [];
  const writeTrust = async (): Promise<void> =>
    writeWhole(layout.trust, `${JSON.stringify(trustOf(keyring, bases), null, 2)}\n`);
  const reload = async (): Promise<Problem | null> => {
    const again = await readKeyring(layout);
    if (!again.ok) return again.problem;
    keyring = again.keyring;
    file = servedFile(keyring.keysetBytes);
    await writeTrust();
    return null;
  };
  return {
    current: () => keyring,
    file: () => file,
    reload,
    async follow(keys) {
      const parsed = z.safeParse(signedEnvelope, keys);
      const change = parsed.success ? await installKeyset(layout, keyring.root, parsed.data) : null;
      return change?.done === 'installed' && (await reload()) === null;
    },
    async writeTrust(at) {
      bases = at;
      await writeTrust();
    },
  };
};
