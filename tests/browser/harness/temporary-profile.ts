import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh, empty folder for a browser's profile, and the way to remove it. */
export const temporaryProfile = (name: string): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), `oh-${name}-`));
  return {
    path,
    // A browser may still be writing while it ends.
    remove: () => {
      rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
};
