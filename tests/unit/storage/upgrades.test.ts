import { describe, expect, it } from 'vitest';
import { createIncidentStore } from '../../../lib/storage/incident-store.ts';
import { createObservationLog } from '../../../lib/storage/observation-log.ts';
import { UPGRADES, versionOf } from '../../../lib/storage/upgrades/ordered-upgrades.ts';
import type { DatabaseUpgrade } from '../../../lib/storage/upgrades/upgrade.ts';
import { freshName, openTestDatabase } from './open-test-database.ts';
import { incidentOf, NOON, pageSeen } from './sample-data.ts';

type Shape = Record<
  string,
  { keyPath: unknown; counts: boolean; indexes: Record<string, unknown>; values: unknown[] }
>;

const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });

/** The whole of a database as plain data. */
const dump = async (name: string): Promise<{ version: number; stores: Shape }> => {
  const database = await settled(indexedDB.open(name));
  const stores: Shape = {};
  for (const storeName of database.objectStoreNames) {
    const store = database.transaction(storeName).objectStore(storeName);
    const indexes = [...store.indexNames].map((index) => [index, store.index(index).keyPath] as const);
    stores[storeName] = {
      keyPath: store.keyPath,
      counts: store.autoIncrement,
      indexes: Object.fromEntries(indexes),
      values: await settled(store.getAll()),
    };
  }
  database.close();
  return { version: database.version, stores };
};

/** A database of version 1 as it lies on somebody's disk, written without any code of the project. */
const writeVersion1 = async (name: string): Promise<void> => {
  const opening = indexedDB.open(name, 1);
  opening.addEventListener('upgradeneeded', () => {
    const database = opening.result;
    const log = database.createObjectStore('observations', { keyPath: 'id', autoIncrement: true });
    log.createIndex('by-at', 'at');
    log.put({ id: 7, at: NOON, observation: pageSeen(NOON) });
    database.createObjectStore('incidents', { keyPath: 'id' }).put(incidentOf('a', NOON, { closedAt: null }));
    const summary = {
      id: 'a',
      service: 'facebook',
      openedAt: NOON,
      closedAt: null,
      cause: 'outage',
      certainty: 'confident',
      alarm: 'none',
      note: '',
    };
    const pages = database.createObjectStore('incident-summaries', { keyPath: 'day' });
    pages.put({ day: '2024-03-05', summaries: [summary] });
    pages.put({ day: 'open', summaries: [summary] });
    database.createObjectStore('set-aside', { keyPath: 'id', autoIncrement: true });
  });
  (await settled(opening)).close();
};

describe('upgrades of the database', () => {
  it('count up from 1 without a gap', () => {
    expect(UPGRADES.map((upgrade) => upgrade.version)).toEqual(UPGRADES.map((_, place) => place + 1));
  });

  it('0001 makes the first database out of nothing', async () => {
    const name = freshName();
    (await openTestDatabase({ name, upgrades: UPGRADES.slice(0, 1) })).close();
    expect(await dump(name)).toEqual({
      version: 1,
      stores: {
        'incident-summaries': { keyPath: 'day', counts: false, indexes: {}, values: [] },
        incidents: { keyPath: 'id', counts: false, indexes: {}, values: [] },
        observations: { keyPath: 'id', counts: true, indexes: { 'by-at': 'at' }, values: [] },
        'set-aside': { keyPath: 'id', counts: true, indexes: {}, values: [] },
      },
    });
  });

  it('a database of version 1 is read by the stores of today', async () => {
    const name = freshName();
    await writeVersion1(name);
    const database = await openTestDatabase({ name });
    expect(await createObservationLog(database).read(NOON, NOON)).toEqual([pageSeen(NOON)]);
    const incidents = createIncidentStore(database);
    expect(await incidents.open()).toEqual([incidentOf('a', NOON, { closedAt: null })]);
    expect(await incidents.summaries({})).toHaveLength(1);
  });

  it('run only what lies above the stored version, in order, and keep the data', async () => {
    const name = freshName();
    await writeVersion1(name);
    const ran: number[] = [];
    const step = (version: number): DatabaseUpgrade => ({
      version,
      apply(_database, transaction) {
        ran.push(version);
        const store = transaction.objectStore('observations');
        store.put({ id: version, at: NOON + version, observation: pageSeen(NOON + version) });
      },
    });
    const upgrades = [{ ...step(1) }, step(2), step(3)];
    const database = await openTestDatabase({ name, upgrades });
    expect(ran).toEqual([2, 3]);
    expect(await createObservationLog(database).read(NOON, NOON + 9)).toHaveLength(3);
    database.close();
    expect((await dump(name)).version).toBe(versionOf(upgrades));
  });

  it('leave the old database as it was when one of them fails', async () => {
    const name = freshName();
    await writeVersion1(name);
    const before = await dump(name);
    const upgrades = [
      ...UPGRADES,
      {
        version: UPGRADES.length + 1,
        apply(database: IDBDatabase): void {
          database.deleteObjectStore('incidents');
          throw new DOMException('no room', 'QuotaExceededError');
        },
      },
    ];
    await expect(openTestDatabase({ name, upgrades })).rejects.toThrow();
    expect(await dump(name)).toEqual(before);
  });
});
