import { logAndIncidents } from './0001-log-and-incidents.ts';
import type { DatabaseUpgrade } from './upgrade.ts';

/** Every upgrade, oldest first. A released one is never changed; a new one is a new file and a line here. */
export const UPGRADES: readonly DatabaseUpgrade[] = [logAndIncidents];

/** The version that a list of upgrades leads to. */
export const versionOf = (upgrades: readonly DatabaseUpgrade[]): number => upgrades.at(-1)?.version ?? 0;

/** Applies what lies above `from`, in order. */
export const applyUpgrades = (
  upgrades: readonly DatabaseUpgrade[],
  from: number,
  database: IDBDatabase,
  transaction: IDBTransaction,
): void => {
  for (const upgrade of upgrades) if (upgrade.version > from) upgrade.apply(database, transaction);
};
