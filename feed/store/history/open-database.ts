import { existsSync, renameSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Raise it together with a step in `STEPS`. */
export const SCHEMA_VERSION = 2;

/** What leads from each version to the next. Times are ms since 1970; states and entries are JSON. */
const STEPS: readonly string[] = [
  `CREATE TABLE crowd_state (service TEXT PRIMARY KEY, at INTEGER NOT NULL, state TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE sequence (one INTEGER PRIMARY KEY CHECK (one = 1), last INTEGER NOT NULL) STRICT;
   CREATE TABLE entry (
     service TEXT NOT NULL, at INTEGER NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (service, at)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX entry_at ON entry (at);`,
  `CREATE TABLE sights (one INTEGER PRIMARY KEY CHECK (one = 1), sights TEXT NOT NULL) STRICT;
   CREATE TABLE witnessed (epoch INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;`,
];

/** Why a database was set aside: it cannot be read, or a newer version of this program wrote it. */
export type SetAside = { readonly reason: 'corrupt' | 'newer'; readonly keptAs: string };

/** SQLite's primary result codes for a file that is damaged, or no database at all. */
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

/** The primary code is the lower byte of what SQLite reports; null for an error that is not SQLite's. */
export const sqliteCode = (error: unknown): number | null =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 255
    : null;

const isDamage = (error: unknown): boolean => {
  const code = sqliteCode(error);
  return code === CORRUPT || code === NOT_A_DATABASE;
};

const only = (row: Record<string, unknown> | undefined): unknown => row && Object.values(row)[0];

const unusable = (database: DatabaseSync): SetAside['reason'] | null => {
  if (only(database.prepare('PRAGMA quick_check(1)').get()) !== 'ok') return 'corrupt';
  const version = only(database.prepare('PRAGMA user_version').get());
  if (version === 0 && only(database.prepare('SELECT count(*) FROM sqlite_schema').get()) !== 0)
    return 'corrupt';
  return typeof version === 'number' && version > SCHEMA_VERSION ? 'newer' : null;
};

const upgrade = (database: DatabaseSync): void => {
  const from = Number(only(database.prepare('PRAGMA user_version').get()));
  for (const [index, step] of STEPS.entries())
    if (index >= from) database.exec(`BEGIN IMMEDIATE; ${step} PRAGMA user_version = ${index + 1}; COMMIT;`);
};

export interface DatabaseLimits {
  /** Milliseconds to wait for another process that is writing; 2,000 unless told otherwise. */
  readonly patience?: number;
  /** Most pages of 4 KiB; as SQLite has it unless told otherwise. */
  readonly pages?: number;
}

/** What is written stays written when the process is killed or the power fails. */
const open = (
  path: string,
  { patience = 2000, pages }: DatabaseLimits,
): DatabaseSync | SetAside['reason'] => {
  const database = new DatabaseSync(path, { timeout: patience });
  try {
    const reason = unusable(database);
    if (!reason) {
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
      if (pages !== undefined) database.exec(`PRAGMA max_page_count = ${pages}`);
      upgrade(database);
      return database;
    }
    database.close();
    return reason;
  } catch (error) {
    database.close();
    if (isDamage(error)) return 'corrupt';
    throw error;
  }
};

const setAside = (path: string, reason: SetAside['reason']): SetAside => {
  let number = 1;
  while (existsSync(`${path}.${reason}-${number}`)) number += 1;
  const keptAs = `${path}.${reason}-${number}`;
  for (const part of ['', '-wal', '-shm'])
    if (existsSync(path + part)) renameSync(path + part, keptAs + part);
  return { reason, keptAs };
};

/**
 * Opens the database at `path`, makes or upgrades it. One that is damaged, not ours, or from a newer version is kept under
 * another name beside it, whole, and a new one begun.
 * @throws what SQLite or the disk throw when no database can be opened there at all.
 */
export const openDatabase = (
  path: string,
  limits: DatabaseLimits,
): { database: DatabaseSync; setAside: SetAside | null } => {
  const first = open(path, limits);
  if (first instanceof DatabaseSync) return { database: first, setAside: null };
  const aside = setAside(path, first);
  const second = open(path, limits);
  if (!(second instanceof DatabaseSync)) throw new Error(`No new database could be begun: ${second}.`);
  return { database: second, setAside: aside };
};
