import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { underLock } from './file-lock.ts';
import type { Published, PublishedFile } from './published-file.ts';

/** How long a node waits for another one that is just writing, in milliseconds. */
const LOCK_WAIT = 500;

const versionOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const readNow = (path: string): Published | null => {
  try {
    const bytes = readFileSync(path);
    return { bytes, version: versionOf(bytes) };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
};

const writeNow = (path: string, bytes: Uint8Array): void => {
  const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
  const file = openSync(draft, 'wx', 0o644);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
};

/**
 * A published file on a disk: appears whole, by renaming, and is replaced under a lock that all processes of the
 * machine share. A part file that a killed process left behind does no harm.
 */
export const openDiskFile = async (folder: string, name: string): Promise<PublishedFile> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  return {
    async read() {
      try {
        return { ok: true, value: readNow(path) };
      } catch {
        return { ok: false, fault: 'unreachable' };
      }
    },
    async replace(bytes, expected) {
      try {
        const held = underLock(join(folder, 'lock.sqlite'), LOCK_WAIT, () => {
          if ((readNow(path)?.version ?? null) !== expected) return false;
          writeNow(path, bytes);
          return true;
        });
        if (!held) return { ok: false, fault: 'unreachable' };
        return held.value ? { ok: true, version: versionOf(bytes) } : { ok: false, fault: 'conflict' };
      } catch {
        return { ok: false, fault: 'unreachable' };
      }
    },
  };
};
