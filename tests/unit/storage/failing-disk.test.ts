import { describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../lib/storage/database.ts';
import { createIncidentStore } from '../../../lib/storage/incident-store.ts';
import { createMemoryArea } from '../../../lib/storage/memory-area.ts';
import { createObservationLog } from '../../../lib/storage/observation-log.ts';
import { openStores } from '../../../lib/storage/open-stores.ts';
import { freshName, openTestDatabase } from './open-test-database.ts';
import { incidentOf, NOON, pageSeen } from './sample-data.ts';

/** From now on the disk refuses the nth write and all after it, as a full or read-only one does. */
const refuseFrom = (nth: number, error: string) => {
  let writes = 0;
  for (const method of ['add', 'put'] as const) {
    const write = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...args) {
      writes += 1;
      if (writes >= nth) throw new DOMException('refused', error);
      return write.apply(this, args);
    });
  }
};

const storesOn = (name: string) => openStores(createMemoryArea(), () => openDatabase({ name }));

describe('a full disk', () => {
  it('rejects with its reason, and nothing of the batch is written', async () => {
    const log = createObservationLog(await openTestDatabase());
    refuseFrom(2, 'QuotaExceededError');
    const appended = log.append([pageSeen(NOON), pageSeen(NOON + 1)]);
    await expect(appended).rejects.toMatchObject({ name: 'StorageFailure', reason: 'quota' });
    vi.restoreAllMocks();
    expect(await log.read(-Infinity, Infinity)).toEqual([]);
  });

  it('keeps incidents and their summaries together', async () => {
    const incidents = createIncidentStore(await openTestDatabase());
    refuseFrom(2, 'QuotaExceededError');
    await expect(incidents.put([incidentOf('a', NOON)])).rejects.toMatchObject({ reason: 'quota' });
    vi.restoreAllMocks();
    expect(await incidents.get('a')).toBeNull();
  });

  it('leaves the extension working, tells of it, and is made up for once there is room', async () => {
    const name = freshName();
    const { log, incidents, troubles, inMemory } = await storesOn(name);
    await log.append([pageSeen(NOON)]);
    refuseFrom(1, 'QuotaExceededError');
    await log.append([pageSeen(NOON + 1)]);
    await incidents.put([incidentOf('a', NOON, { closedAt: null })]);

    expect(inMemory).toBeNull();
    expect(await log.read(-Infinity, Infinity)).toEqual([pageSeen(NOON), pageSeen(NOON + 1)]);
    expect(await incidents.open()).toEqual([incidentOf('a', NOON, { closedAt: null })]);
    expect(await troubles.read()).toEqual(['storage-full']);

    vi.restoreAllMocks();
    await log.append([pageSeen(NOON + 2)]);
    await incidents.put([incidentOf('b', NOON)]);
    const afterRestart = await storesOn(name);
    expect(await afterRestart.log.read(-Infinity, Infinity)).toHaveLength(3);
    expect((await afterRestart.incidents.list({})).map((one) => one.id)).toEqual(['b', 'a']);
  });

  it('shows the newest state of an incident that was stored before', async () => {
    const { incidents } = await storesOn(freshName());
    await incidents.put([incidentOf('a', NOON, { closedAt: null }), incidentOf('b', NOON + 1)]);
    refuseFrom(1, 'QuotaExceededError');
    await incidents.put([incidentOf('a', NOON, { note: 'closed meanwhile' })]);
    expect(await incidents.open()).toEqual([]);
    expect(await incidents.list({})).toHaveLength(2);
    expect(await incidents.summaries({ text: 'meanwhile' })).toMatchObject([{ id: 'a' }]);
    await incidents.remove('a');
    expect(await incidents.list({})).toEqual([incidentOf('b', NOON + 1)]);
  });
});

describe('a disk that cannot be used', () => {
  it.each([
    ['read-only', 'InvalidStateError', 'unavailable', 'storage-full'],
    ['full from the start', 'QuotaExceededError', 'quota', 'storage-full'],
    ['from a newer version', 'VersionError', 'newer-version', 'newer-version'],
  ])('when %s, all stores work in memory and the person is told', async (_what, error, reason, trouble) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('refused', error);
    });
    const { log, incidents, troubles, inMemory } = await storesOn(freshName());
    await log.append([pageSeen(NOON)]);
    await incidents.put([incidentOf('a', NOON)]);
    expect(inMemory).toBe(reason);
    expect(await log.read(NOON, NOON)).toEqual([pageSeen(NOON)]);
    expect(await incidents.list({})).toHaveLength(1);
    expect(await troubles.read()).toEqual([trouble]);
  });

  it('goes on in memory when it fails later, and a bug is still a bug', async () => {
    const { log, incidents } = await storesOn(freshName());
    refuseFrom(1, 'UnknownError');
    await log.append([pageSeen(NOON)]);
    expect(await log.read(NOON, NOON)).toEqual([pageSeen(NOON)]);
    vi.restoreAllMocks();
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new TypeError('a mistake');
    });
    await expect(log.read(NOON, NOON)).rejects.toThrow('a mistake');
    await expect(incidents.open()).rejects.toThrow('a mistake');
  });

  it('records entries that were set aside', async () => {
    const name = freshName();
    const database = await openTestDatabase({ name });
    await database.write(['observations'], (transaction) =>
      transaction.objectStore('observations').add({ at: NOON, observation: null as never }),
    );
    const { log, troubles } = await storesOn(name);
    expect(await log.read(NOON, NOON)).toEqual([]);
    expect(await troubles.read()).toEqual(['log-set-aside']);
  });
});
