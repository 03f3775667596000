import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from '../../lib/model/zod.ts';
import { privateKey, readySigningKey, type PrivateKey, type SigningKey } from '../signing/signing-key.ts';
import { openToOthers, writeWhole, type Problem } from './private-files.ts';

export type KeysRead =
  | { readonly ok: true; readonly keys: readonly SigningKey[] }
  | { readonly ok: false; readonly problem: Problem };

/** Not keys, though they lie beside them. */
const PUBLIC_FILES = new Set(['keyset.json', 'root.json']);

/** Reads JSON from a file; undefined when there is none in it, or no file. */
export const readJsonFile = async (path: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/** Reads every private key in a folder. Refuses when others may read one of them, or a file is no key. */
export const readKeyFolder = async (folder: string): Promise<KeysRead> => {
  const names = await readdir(folder).catch(() => null);
  if (!names) return { ok: true, keys: [] };
  const open = await openToOthers(folder);
  if (open) return { ok: false, problem: open };
  const keys: SigningKey[] = [];
  for (const name of names.filter((one) => one.endsWith('.json') && !PUBLIC_FILES.has(one)).sort()) {
    const path = join(folder, name);
    const parsed = z.safeParse(privateKey, await readJsonFile(path));
    const ready = parsed.success ? await readySigningKey(parsed.data) : null;
    if (!ready) return { ok: false, problem: `${path} holds no private key` };
    keys.push(ready);
  }
  return { ok: true, keys };
};

/** Writes a private key under its own name. */
export const writeKey = async (folder: string, key: PrivateKey): Promise<string> => {
  const path = join(folder, `${key.kid}.json`);
  await writeWhole(path, `${JSON.stringify(key, null, 2)}\n`);
  return path;
};
