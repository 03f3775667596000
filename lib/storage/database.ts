import type { IDBPTransaction } from 'idb';
import {
  openConnection,
  type Connection,
  type ConnectionResult,
  type OpenOptions,
} from './open-connection.ts';
import { reasonOfDatabaseError, StorageFailure, type StorageReason } from './storage-failure.ts';
import type { StoredSchema, StoreName } from './stored-schema.ts';

export type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<StoredSchema, StoreName[], Mode>;

/** `disk`: the data have reached the disk; `system`: a killed browser loses nothing, a power cut may. */
export type Durability = 'disk' | 'system';

/** The database, whatever becomes of single connections to it. */
export interface Database {
  /** One transaction for reading. Rejects with StorageFailure when the data cannot be reached. */
  read<Result>(
    stores: readonly StoreName[],
    work: (transaction: Transaction<'readonly'>) => Promise<Result>,
  ): Promise<Result>;
  /** One transaction, all of it or nothing. Rejects with StorageFailure when the data cannot be written. */
  write<Result>(
    stores: readonly StoreName[],
    work: (transaction: Transaction<'readwrite'>) => Promise<Result>,
    durability?: Durability,
  ): Promise<Result>;
  close(): void;
}

export type Opened =
  { readonly ok: true; readonly database: Database } | { readonly ok: false; readonly reason: StorageReason };

const asFailure = (error: unknown): unknown => {
  const reason = reasonOfDatabaseError(error);
  return reason ? new StorageFailure(reason, error) : error;
};

/** The browser ended the connection, or it was closed for a newer version. */
const isClosed = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'InvalidStateError';

/**
 * Opens the database `outage-or-hacked`. The result says why when it cannot be: the caller then works in memory and
 * stored data stay as they are. Once open, a connection that the browser ended is opened again at the next call.
 */
export const openDatabase = async (options: OpenOptions = {}): Promise<Opened> => {
  let connecting: Promise<ConnectionResult> | null = null;
  const connect = (): Promise<ConnectionResult> => {
    connecting = openConnection(options);
    return connecting;
  };

  const connection = async (): Promise<Connection> => {
    const result = await (connecting ?? connect());
    if (result.ok) return result.connection;
    connecting = null;
    throw new StorageFailure(result.reason);
  };

  const begin = async <Mode extends IDBTransactionMode>(
    stores: readonly StoreName[],
    mode: Mode,
    durability: Durability,
  ): Promise<Transaction<Mode>> => {
    const start = async () =>
      (await connection()).transaction([...stores], mode, {
        durability: durability === 'disk' ? 'strict' : 'relaxed',
      });
    const used = connecting;
    try {
      return await start();
    } catch (error) {
      // Nothing was written yet, so one new try on a new connection is safe.
      if (!isClosed(error)) throw error;
      if (connecting === used) connecting = null;
      return await start();
    }
  };

  const transact = async <Mode extends IDBTransactionMode, Result>(
    stores: readonly StoreName[],
    mode: Mode,
    durability: Durability,
    work: (transaction: Transaction<Mode>) => Promise<Result>,
  ): Promise<Result> => {
    try {
      const transaction = await begin(stores, mode, durability);
      transaction.done.catch(() => {});
      try {
        const result = await work(transaction);
        await transaction.done;
        return result;
      } catch (error) {
        try {
          transaction.abort();
        } catch {
          // It has ended already.
        }
        throw transaction.error ?? error;
      }
    } catch (error) {
      throw asFailure(error);
    }
  };

  const first = await connect();
  if (!first.ok) return first;
  return {
    ok: true,
    database: {
      read: (stores, work) => transact(stores, 'readonly', 'system', work),
      write: (stores, work, durability = 'system') => transact(stores, 'readwrite', durability, work),
      close() {
        void connecting?.then((result) => result.ok && result.connection.close());
        connecting = null;
      },
    },
  };
};
