import { access, constants } from 'node:fs/promises';
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
      writeTrust: async () => undefined,
    };
  const read = await readKeyring(layout);
  if (!read.ok) throw new StartRefused(read.problem);
  let { keyring } = read;
  let file = servedFile(keyring.keysetBytes);
  let bases: readonly string[] = [];
  const writeTrust = async (): Promise<void> =>
    writeWhole(layout.trust, `${JSON.stringify(trustOf(keyring, bases), null, 2)}\n`);
  return {
    current: () => keyring,
    file: () => file,
    async reload() {
      const again = await readKeyring(layout);
      if (!again.ok) return again.problem;
      keyring = again.keyring;
      file = servedFile(keyring.keysetBytes);
      await writeTrust();
      return null;
    },
    async writeTrust(at) {
      bases = at;
      await writeTrust();
    },
  };
};
