import { openDB, unwrap, type IDBPDatabase } from 'idb';
import { DATABASE_NAME, type StoredSchema } from './stored-schema.ts';
import { reasonOfDatabaseError, type StorageReason } from './storage-failure.ts';
import { applyUpgrades, UPGRADES, versionOf } from './upgrades/ordered-upgrades.ts';
import type { DatabaseUpgrade } from './upgrades/upgrade.ts';

export type Connection = IDBPDatabase<StoredSchema>;

export interface OpenOptions {
  readonly name?: string;
  readonly upgrades?: readonly DatabaseUpgrade[];
  /** How long pages with an older version may take to let go, in milliseconds. */
  readonly blockedGrace?: number;
}

export type ConnectionResult =
  | { readonly ok: true; readonly connection: Connection }
  | { readonly ok: false; readonly reason: StorageReason };

const failed = (error: unknown): ConnectionResult => {
  const reason = reasonOfDatabaseError(error);
  if (!reason) throw error;
  return { ok: false, reason };
};

/**
 * Opens one connection and brings the database to the newest version. `onLost` is called when the connection is of
 * no more use: a newer version asks for the database (the connection is closed at once, so that nobody is blocked),
 * or the browser ended it. Never hangs on other pages: after the grace it ends as `blocked`.
 */
export const openConnection = (options: OpenOptions, onLost: () => void): Promise<ConnectionResult> => {
  const { name = DATABASE_NAME, upgrades = UPGRADES, blockedGrace = 2_000 } = options;
  return new Promise((resolve, reject) => {
    let gaveUp = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const giveUp = () => {
      gaveUp = true;
      resolve({ ok: false, reason: 'blocked' });
    };
    const opening = openDB<StoredSchema>(name, versionOf(upgrades), {
      upgrade(database, from, _to, transaction) {
        applyUpgrades(upgrades, from, unwrap(database), unwrap(transaction));
      },
      blocked() {
        timer ??= setTimeout(giveUp, blockedGrace);
      },
      blocking(_current, _wanted, event) {
        (event.target as IDBDatabase).close();
        onLost();
      },
      terminated: onLost,
    });
    opening
      .then((connection) => {
        clearTimeout(timer);
        if (gaveUp) connection.close();
        else resolve({ ok: true, connection });
      })
      .catch((error: unknown) => {
        clearTimeout(timer);
        try {
          resolve(failed(error));
        } catch (bug) {
          reject(bug);
        }
      });
  });
};
