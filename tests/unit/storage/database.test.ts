import { forceCloseDatabase } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../lib/storage/database.ts';
import { createObservationLog } from '../../../lib/storage/observation-log.ts';
import { UPGRADES } from '../../../lib/storage/upgrades/ordered-upgrades.ts';
import type { DatabaseUpgrade } from '../../../lib/storage/upgrades/upgrade.ts';
import { freshName, openTestDatabase } from './open-test-database.ts';
import { NOON, pageSeen } from './sample-data.ts';

const NEXT: readonly DatabaseUpgrade[] = [
  ...UPGRADES,
  {
    version: UPGRADES.length + 1,
    apply(database) {
      database.createObjectStore('from-the-future');
    },
  },
];

/** The raw connections that are opened while the test runs, oldest first. */
const watchConnections = (): IDBDatabase[] => {
  const seen: IDBDatabase[] = [];
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    const request = open(name, version);
    request.addEventListener('success', () => seen.push(request.result));
    return request;
  });
  return seen;
};

describe('the database', () => {
  it('tells of a newer version and leaves its data as they are', async () => {
    const name = freshName();
    const newer = await openTestDatabase({ name, upgrades: NEXT });
    await createObservationLog(newer).append([pageSeen(NOON)]);
    newer.close();

    expect(await openDatabase({ name })).toEqual({ ok: false, reason: 'newer-version' });

    const again = await openTestDatabase({ name, upgrades: NEXT });
    expect(await createObservationLog(again).read(NOON, NOON)).toEqual([pageSeen(NOON)]);
  });

  it('lets go at once when a newer version asks for it, and then says so', async () => {
    const name = freshName();
    const log = createObservationLog(await openTestDatabase({ name }));
    await log.append([pageSeen(NOON)]);

    const newer = await openDatabase({ name, upgrades: NEXT, blockedGrace: 60_000 });

    expect(newer.ok).toBe(true);
    await expect(log.read(NOON, NOON)).rejects.toMatchObject({ reason: 'newer-version' });
  });

  it('ends as blocked when a page does not let go, and closes the late connection', async () => {
    const name = freshName();
    (await openTestDatabase({ name })).close();
    // An old page: it listens to nothing and keeps its connection.
    const held = indexedDB.open(name);
    await new Promise((resolve) => held.addEventListener('success', resolve));
    const connections = watchConnections();

    expect(await openDatabase({ name, upgrades: NEXT, blockedGrace: 0 })).toEqual({
      ok: false,
      reason: 'blocked',
    });

    held.result.close();
    // Openings of one database come one after another: this one waits for the one that was given up.
    const next = indexedDB.open(name);
    await new Promise((resolve) => next.addEventListener('success', resolve));
    expect(connections).toHaveLength(2);
    expect(() => connections[0]?.transaction('observations')).toThrow(
      expect.objectContaining({ name: 'InvalidStateError' }) as Error,
    );
  });

  it('opens again after the browser ended the connection', async () => {
    const connections = watchConnections();
    const log = createObservationLog(await openTestDatabase());
    await log.append([pageSeen(NOON)]);
    forceCloseDatabase(connections[0] as never);

    await log.append([pageSeen(NOON + 1)]);

    expect(await log.read(NOON, NOON + 1)).toHaveLength(2);
    expect(connections).toHaveLength(2);
  });

  it('opens again after the connection was closed without any event', async () => {
    const connections = watchConnections();
    const log = createObservationLog(await openTestDatabase());
    connections[0]?.close();

    await log.append([pageSeen(NOON)]);

    expect(await log.read(NOON, NOON)).toEqual([pageSeen(NOON)]);
    expect(connections).toHaveLength(2);
  });

  it('uses one connection for calls that come at the same time', async () => {
    const connections = watchConnections();
    const log = createObservationLog(await openTestDatabase());
    connections[0]?.close();

    await Promise.all([0, 1, 2, 3].map((at) => log.append([pageSeen(NOON + at)])));

    expect(await log.read(-Infinity, Infinity)).toHaveLength(4);
    expect(connections).toHaveLength(2);
  });

  it.each([
    ['QuotaExceededError', 'quota'],
    ['InvalidStateError', 'unavailable'],
    ['SecurityError', 'unavailable'],
    ['UnknownError', 'unavailable'],
  ])('answers with a reason when opening fails with %s', async (name, reason) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('refused', name);
    });
    expect(await openDatabase({ name: freshName() })).toEqual({ ok: false, reason });
  });

  it('passes a bug on as it is', async () => {
    const database = await openTestDatabase();
    const bug = new TypeError('a mistake');
    await expect(database.write(['observations'], () => Promise.reject(bug))).rejects.toBe(bug);
    await expect(
      database.write(['observations'], (transaction) =>
        transaction.objectStore('observations').add({ id: 1, at: NOON, observation: (() => {}) as never }),
      ),
    ).rejects.toMatchObject({ name: 'DataCloneError' });
  });

  it('writes nothing of a transaction that fails half-way', async () => {
    const database = await openTestDatabase();
    const work = database.write(['observations'], async (transaction) => {
      await transaction.objectStore('observations').add({ at: NOON, observation: pageSeen(NOON) });
      throw new Error('killed here');
    });
    await expect(work).rejects.toThrow('killed here');
    expect(await createObservationLog(database).read(NOON, NOON)).toEqual([]);
  });

  it('asks for the disk when the log is written', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await createObservationLog(await openTestDatabase()).append([pageSeen(NOON)]);
    expect(transaction).toHaveBeenCalledWith(['observations'], 'readwrite', { durability: 'strict' });
  });
});
