import { DatabaseSync } from 'node:sqlite';

/**
 * A lock that other processes on this machine see, and that dies with the process that holds it, however it dies: the
 * kernel frees SQLite's file lock. `work` must be short and synchronous. Null when somebody else held it for longer
 * than `waitMs`.
 */
export const underLock = <Value>(
  path: string,
  waitMs: number,
  work: () => Value,
): { readonly value: Value } | null => {
  const lock = new DatabaseSync(path, { timeout: waitMs });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    return null;
  }
  try {
    return { value: work() };
  } finally {
    // Closing lets go of the lock; nothing was written that could be committed.
    lock.close();
  }
};
