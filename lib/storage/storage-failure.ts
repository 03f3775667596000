import type { Trouble } from '../model/snapshot.ts';

/**
 * Why stored data cannot be reached. `newer-version`: a later version of the extension wrote them; `quota`: no room;
 * `blocked`: a page with an older version holds them; `unavailable`: the browser refuses, or they are read-only.
 */
export const STORAGE_REASONS = ['newer-version', 'quota', 'blocked', 'unavailable'] as const;
export type StorageReason = (typeof STORAGE_REASONS)[number];

/** What the stores reject with when data cannot be read or written. Any other error is a bug. */
export class StorageFailure extends Error {
  readonly reason: StorageReason;

  constructor(reason: StorageReason, cause?: unknown) {
    super(`stored data: ${reason}`, { cause });
    this.name = 'StorageFailure';
    this.reason = reason;
  }
}

/** Names of errors that tell of a mistake in the program, not of the state of the disk. */
const MISTAKES = new Set([
  'ConstraintError',
  'DataCloneError',
  'DataError',
  'NotFoundError',
  'ReadOnlyError',
]);

/** The reason behind an error of IndexedDB, or null when the error is a bug and must be passed on as it is. */
export const reasonOfDatabaseError = (error: unknown): StorageReason | null => {
  if (error instanceof StorageFailure) return error.reason;
  if (!(error instanceof DOMException)) return null;
  if (error.name === 'QuotaExceededError') return 'quota';
  if (error.name === 'VersionError') return 'newer-version';
  return MISTAKES.has(error.name) ? null : 'unavailable';
};

/** The reason behind an error of `storage.local` or `storage.session`, whose errors carry only a message. */
export const reasonOfAreaError = (error: unknown): StorageReason => {
  if (error instanceof StorageFailure) return error.reason;
  return /quota/i.test(String(error)) ? 'quota' : 'unavailable';
};

/** What the person is told. All that keeps data from being written shows as `storage-full`. */
export const troubleOf = (reason: StorageReason): Trouble =>
  reason === 'newer-version' ? 'newer-version' : 'storage-full';
