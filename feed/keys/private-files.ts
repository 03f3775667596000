import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A sentence that says what stands in the way, for the person at the terminal. */
export type Problem = string;

const OTHERS = 0o077;

const whyOpen = async (path: string, mode: string): Promise<Problem | null> => {
  const { mode: bits } = await stat(path);
  if (process.platform === 'win32' || (bits & OTHERS) === 0) return null;
  return `${path} may be read by others on this machine. Close it first: chmod ${mode} ${path}`;
};

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);
const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Makes a folder and those above it; false when it is there already. Step by step: where the system makes no folders
 * though the one above is there (`/proc`), Node's own `recursive` never ends.
 * @throws what the system says
 */
const makeFolder = async (path: string): Promise<boolean> => {
  try {
    await mkdir(path, { mode: 0o700 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await stat(path)).isDirectory()) return false;
    const above = dirname(path);
    if (codeOf(error) !== 'ENOENT' || (await isThere(above))) throw error;
    await makeFolder(above);
    return makeFolder(path);
  }
};

/** Makes a folder for its owner only, or says why an existing one is not. */
export const makePrivateFolder = async (path: string): Promise<Problem | null> => {
  // The umask takes bits away from what `mkdir` is told, and never adds any.
  if (await makeFolder(path)) await chmod(path, 0o700);
  return whyOpen(path, '700');
};

/** Names a folder or a file of private keys that others may read; null when all are their owner's only. */
export const openToOthers = async (folder: string): Promise<Problem | null> => {
  const open = await whyOpen(folder, '700');
  if (open) return open;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.json')) continue;
    const problem = await whyOpen(join(folder, entry.name), '600');
    if (problem) return problem;
  }
  return null;
};

/** Writes a file whole or not at all, also when the machine stops in between. For its owner only. */
export const writeWhole = async (path: string, content: string | Uint8Array): Promise<void> => {
  const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};
