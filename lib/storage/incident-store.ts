import { incident, type Incident } from '../model/incident.ts';
import { toMillis } from '../model/timestamp.ts';
import { z } from '../model/zod.ts';
import type { Database, Transaction } from './database.ts';
import { beyondRetention, incidentsNewestFirst, matcher, summarise } from './incident-summary.ts';
import { forgetSetAside, setAside, type SetAsideOptions } from './set-aside.ts';
import { StorageFailure } from './storage-failure.ts';
import type { IncidentIndex, IncidentStore } from './stores.ts';
import { createSummaryIndex } from './summary-index.ts';

const BOTH = ['incidents', 'incident-summaries'] as const;

/** Where the incidents of these ids stand in the index now; one whose time cannot be read stands nowhere we know. */
const standing = async (transaction: Transaction<'readwrite'>, ids: readonly string[]) => {
  const found = await Promise.all(ids.map(async (id) => transaction.objectStore('incidents').get(id)));
  return found.flatMap((one) => {
    const openedAt = one ? toMillis(one.openedAt) : Number.NaN;
    return one && !Number.isNaN(openedAt) ? { id: one.id, openedAt } : [];
  });
};

/**
 * The incidents on disk, with a light index that is changed in the same transaction. `put` checks each incident
 * against the schema (a misfit is a bug and throws before anything is written). Methods reject with StorageFailure
 * when the disk does not do its part.
 */
export const createIncidentStore = (
  database: Database,
  options: SetAsideOptions = {},
): IncidentStore & IncidentIndex => {
  const index = createSummaryIndex(database, options);

  /** The incidents of these ids, in this order; those that cannot be read are set aside and left out. */
  const readAll = async (ids: readonly string[]): Promise<Incident[]> => {
    const found = await database.read(['incidents'], (transaction) =>
      Promise.all(ids.map(async (id) => transaction.objectStore('incidents').get(id))),
    );
    const damaged: { key: string; value: unknown }[] = [];
    const readable = found.flatMap((value, place) => {
      if (value === undefined) return [];
      const parsed = z.safeParse(incident, value);
      if (!parsed.success) damaged.push({ key: ids[place] as string, value });
      return parsed.success ? parsed.data : [];
    });
    await setAside(database, 'incidents', damaged, options);
    if (damaged.length > 0) await index.rebuild();
    return readable;
  };

  const deleteAll = (transaction: Transaction<'readwrite'>, ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => transaction.objectStore('incidents').delete(id)));

  const removeAll = async (ids: readonly string[]): Promise<void> => {
    try {
      await database.write(BOTH, async (transaction) => {
        await index.update(transaction, { gone: await standing(transaction, ids), come: [] });
        await deleteAll(transaction, ids);
      });
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error;
      // A full disk takes no shorter index either, but it lets go: the index is made again when there is room.
      await database.write(BOTH, async (transaction) => {
        await transaction.objectStore('incident-summaries').clear();
        await deleteAll(transaction, ids);
      });
    }
  };

  const summaries: IncidentIndex['summaries'] = async (query) =>
    (await index.all()).filter(matcher(query)).slice(0, query.limit);

  return {
    async put(incidents) {
      if (incidents.length === 0) return;
      const latest = new Map(incidents.map((one) => [one.id, z.parse(incident, one)]));
      await database.write(BOTH, async (transaction) => {
        const gone = await standing(transaction, [...latest.keys()]);
        await index.update(transaction, { gone, come: [...latest.values()].map(summarise) });
        await Promise.all(
          [...latest.values()].map(async (one) => transaction.objectStore('incidents').put(one)),
        );
      });
    },

    async get(id) {
      return (await readAll([id]))[0] ?? null;
    },

    async open() {
      const ids = (await index.open()).map((one) => one.id);
      return (await readAll(ids)).sort(incidentsNewestFirst);
    },

    async list(query) {
      const { from, limit } = query;
      const found = from === undefined ? await index.all() : await index.since(from);
      return readAll(
        found
          .filter(matcher(query))
          .slice(0, limit)
          .map((one) => one.id),
      );
    },

    summaries,

    remove: (id) => removeAll([id]),

    async retain(since, count) {
      const ids = beyondRetention(await index.all(), since, count);
      if (ids.length > 0) await removeAll(ids);
      await database.write(['set-aside'], (transaction) => forgetSetAside(transaction, 'incidents', since));
      return ids.length;
    },

    erase: () =>
      database.write([...BOTH, 'set-aside'], async (transaction) => {
        for (const store of BOTH) await transaction.objectStore(store).clear();
        await forgetSetAside(transaction, 'incidents');
      }),
  };
};
