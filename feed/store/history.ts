import { feedEntry, type FeedEntry } from '../../lib/model/feed.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import { z } from '../../lib/model/zod.ts';
import type { StoreResult } from './count-store.ts';
import { openDatabase, sqliteCode, type DatabaseLimits, type SetAside } from './history/open-database.ts';

/** An entry of the feed as it was published at a moment (ms since 1970). */
export interface PastEntry {
  readonly at: number;
  readonly entry: FeedEntry;
}

/**
 * What one machine remembers beyond its memory: baselines, the sequence, and what was published. Rounded counts only; it
 * has no place for a network, an address or a hash of one.
 */
export interface History {
  /** The database that had to be set aside at the opening, and under which name it is kept; null when all was well. */
  readonly setAside: SetAside | null;
  /** What `saveCrowdStates` kept of a service, as JSON holds it and not yet parsed; null when there is nothing. */
  crowdState(service: ServiceId): unknown;
  /** Keeps the detector's state of several services, all or none. `at` in ms since 1970. */
  saveCrowdStates(states: ReadonlyMap<ServiceId, unknown>, at: number): StoreResult<null>;
  /** What `saveSights` kept last, as JSON holds it and not yet parsed; null when there is nothing. */
  sights(): unknown;
  /** Keeps what official pages and front doors were last seen to say, in place of what was kept before. */
  saveSights(sights: unknown): StoreResult<null>;
  /** The highest sequence ever saved; 0 before the first. */
  lastSequence(): number;
  /** Keeps a sequence; a lower one than the last changes nothing. */
  saveSequence(sequence: number): StoreResult<null>;
  /** The highest sequence that was witnessed in an epoch; 0 before the first. */
  lastWitnessed(epoch: number): number;
  saveWitnessed(epoch: number, sequence: number): StoreResult<null>;
  appendEntry(service: ServiceId, at: number, entry: FeedEntry): StoreResult<null>;
  /** The entries of a service since a moment, oldest first. */
  recentEntries(service: ServiceId, since: number): PastEntry[];
  /** Lets go of entries from before a moment. */
  prune(before: number): StoreResult<null>;
  close(): void;
}

/** SQLite's code for a disk, or a database, that is full. */
const FULL = 13;

const attempt = (work: () => void): StoreResult<null> => {
  try {
    work();
    return { ok: true, value: null };
  } catch (error) {
    const code = sqliteCode(error);
    if (code === null) throw error;
    return { ok: false, fault: code === FULL ? 'full' : 'unreachable' };
  }
};

/** A database that fails while it is read has nothing to say; the writes beside it tell that it failed. */
const look = <Value>(work: () => Value, otherwise: Value): Value => {
  try {
    return work();
  } catch (error) {
    if (sqliteCode(error) === null && !(error instanceof SyntaxError)) throw error;
    return otherwise;
  }
};

const entryRow = z.object({ at: z.number(), entry: z.string() });
const entryOfRow = (row: unknown): PastEntry[] => {
  const { at, entry } = z.parse(entryRow, row);
  const parsed = z.safeParse(
    feedEntry,
    look<unknown>(() => JSON.parse(entry), null),
  );
  return parsed.success ? [{ at, entry: parsed.data }] : [];
};

/**
 * Opens the history at `path`, or begins it. A database that is damaged or newer is set aside and said so.
 * @throws what SQLite or the disk throw when nothing can be opened there (no such folder, no permission).
 */
export const openHistory = (path: string, limits: DatabaseLimits = {}): History => {
  const { database, setAside } = openDatabase(path, limits);
  const readState = database.prepare('SELECT state FROM crowd_state WHERE service = ?');
  const writeState = database.prepare(
    'INSERT INTO crowd_state VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at, state = excluded.state',
  );
  const readSights = database.prepare('SELECT sights FROM sights');
  const writeSights = database.prepare(
    'INSERT INTO sights VALUES (1, ?) ON CONFLICT DO UPDATE SET sights = excluded.sights',
  );
  const readSequence = database.prepare('SELECT last FROM sequence');
  const writeSequence = database.prepare(
    'INSERT INTO sequence VALUES (1, ?) ON CONFLICT DO UPDATE SET last = max(last, excluded.last)',
  );
  const readWitnessed = database.prepare('SELECT last FROM witnessed WHERE epoch = ?');
  const writeWitnessed = database.prepare(
    'INSERT INTO witnessed VALUES (?, ?) ON CONFLICT DO UPDATE SET last = max(last, excluded.last)',
  );
  const writeEntry = database.prepare(
    'INSERT INTO entry VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET entry = excluded.entry',
  );
  const readEntries = database.prepare(
    'SELECT at, entry FROM entry WHERE service = ? AND at >= ? ORDER BY at',
  );
  const eraseEntries = database.prepare('DELETE FROM entry WHERE at < ?');
  let highest = look(() => Number(readSequence.get()?.['last'] ?? 0), 0);

  return {
    setAside,
    crowdState: (service) =>
      look<unknown>(() => {
        const state = readState.get(service)?.['state'];
        return typeof state === 'string' ? JSON.parse(state) : null;
      }, null),
    saveCrowdStates: (states, at) =>
      attempt(() => {
        database.exec('BEGIN IMMEDIATE');
        try {
          for (const [service, state] of states) writeState.run(service, at, JSON.stringify(state));
          database.exec('COMMIT');
        } catch (error) {
          if (database.isTransaction) database.exec('ROLLBACK');
          throw error;
        }
      }),
    sights: () =>
      look<unknown>(() => {
        const sights = readSights.get()?.['sights'];
        return typeof sights === 'string' ? JSON.parse(sights) : null;
      }, null),
    saveSights: (sights) => attempt(() => void writeSights.run(JSON.stringify(sights))),
    lastSequence: () => highest,
    saveSequence(sequence) {
      highest = Math.max(highest, sequence);
      return attempt(() => void writeSequence.run(sequence));
    },
    lastWitnessed: (epoch) => Number(readWitnessed.get(epoch)?.['last'] ?? 0),
    saveWitnessed: (epoch, sequence) => attempt(() => void writeWitnessed.run(epoch, sequence)),
    appendEntry: (service, at, entry) =>
      attempt(() => void writeEntry.run(service, at, JSON.stringify(entry))),
    recentEntries: (service, since) => look(() => readEntries.all(service, since).flatMap(entryOfRow), []),
    prune: (before) => attempt(() => void eraseEntries.run(before)),
    close: () => database.close(),
  };
};
