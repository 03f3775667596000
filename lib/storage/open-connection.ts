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

/** Opens without a limit of time; an upgrade that fails leaves the old database as it was. */
const open = async (
  { name = DATABASE_NAME, upgrades = UPGRADES }: OpenOptions,
  onBlocked: () => void,
): Promise<ConnectionResult> => {
  let upgradeError: unknown = null;
  try {
    const connection = await openDB<StoredSchema>(name, versionOf(upgrades), {
      upgrade(database, from, _to, transaction) {
        transaction.done.catch(() => {});
        try {
          applyUpgrades(upgrades, from, unwrap(database), unwrap(transaction));
        } catch (error) {
          upgradeError = error;
          transaction.abort();
        }
      },
      blocked: onBlocked,
      blocking(_current, _wanted, event) {
        (event.target as IDBDatabase).close();
      },
    });
    return { ok: true, connection };
  } catch (error) {
    const cause = upgradeError ?? error;
    const reason = reasonOfDatabaseError(cause);
    if (!reason) throw cause;
    return { ok: false, reason };
  }
};

/**
 * Opens one connection and brings the database to the newest version. The connection closes itself at once when a
 * newer version asks for the database, so that nobody is blocked by it. Never hangs on other pages: after the grace
 * it ends as `blocked`.
 */
export const openConnection = async (options: OpenOptions): Promise<ConnectionResult> => {
  const blocked = Promise.withResolvers<ConnectionResult>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onBlocked = () => {
    timer ??= setTimeout(
      () => blocked.resolve({ ok: false, reason: 'blocked' }),
      options.blockedGrace ?? 2_000,
    );
  };
  const opening = open(options, onBlocked);
  const result = await Promise.race([opening, blocked.promise]);
  clearTimeout(timer);
  if (!result.ok && result.reason === 'blocked') {
    // It may still come; nobody wants it then, and it would block others.
    void opening.then((late) => late.ok && late.connection.close()).catch(() => {});
  }
  return result;
};
