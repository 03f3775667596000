import type { Database, Transaction } from './database.ts';
import { StorageFailure } from './storage-failure.ts';
import type { SetAsideEntry } from './stored-schema.ts';

type Source = SetAsideEntry['from'];

/** What a store does beside its work when it meets entries that it cannot read. */
export interface SetAsideOptions {
  /** Called after entries were found unreadable, with their number. */
  readonly onSetAside?: (count: number) => Promise<void>;
  readonly now?: () => number;
}

/**
 * Moves unreadable entries from their store to `set-aside` as they are, in one transaction, and tells of it. On a
 * disk that cannot be written they stay where they are; they are told of all the same.
 */
export const setAside = async (
  database: Database,
  from: Source,
  entries: readonly { readonly key: IDBValidKey; readonly value: unknown }[],
  { onSetAside, now = Date.now }: SetAsideOptions,
): Promise<void> => {
  if (entries.length === 0) return;
  const at = now();
  try {
    await database.write([from, 'set-aside'], async (transaction) => {
      for (const { key, value } of entries) {
        await transaction.objectStore('set-aside').add({ from, at, value });
        await transaction.objectStore(from).delete(key as never);
      }
    });
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error;
  }
  await onSetAside?.(entries.length);
};

/**
 * Forgets what was set aside from one store; with `before`, only what was set aside earlier than that. Part of a
 * transaction over `set-aside`.
 */
export const forgetSetAside = async (
  transaction: Transaction<'readwrite'>,
  from: Source,
  before = Infinity,
): Promise<void> => {
  const store = transaction.objectStore('set-aside');
  for (const entry of await store.getAll())
    if (entry.from === from && entry.at < before && entry.id !== undefined) await store.delete(entry.id);
};
