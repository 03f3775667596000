import { observation, type Observation } from '../model/observation.ts';
import { toMillis } from '../model/timestamp.ts';
import { z } from '../model/zod.ts';
import type { Database } from './database.ts';
import { forgetSetAside, setAside, type SetAsideOptions } from './set-aside.ts';
import type { StoredObservation } from './stored-schema.ts';
import type { ObservationLog } from './stores.ts';
import { gapsBetween } from './time-gaps.ts';

const ANY_TIME = () => IDBKeyRange.bound(-Infinity, Infinity);

/** The entry's observation, or null when the entry is damaged: unparsable, or filed under another time than its own. */
const parseEntry = (entry: { readonly at: unknown; readonly observation: unknown }): Observation | null => {
  const parsed = z.safeParse(observation, entry.observation);
  return parsed.success && toMillis(parsed.data.at) === entry.at ? parsed.data : null;
};

/** Entries that the index by time cannot see, because their time is missing or no number. */
const strayEntries = (database: Database): Promise<StoredObservation[]> =>
  database.read(['observations'], async (transaction) => {
    const store = transaction.objectStore('observations');
    if ((await store.count()) === (await store.index('by-at').count(ANY_TIME()))) return [];
    return (await store.getAll()).filter((entry) => typeof entry.at !== 'number' || Number.isNaN(entry.at));
  });

/**
 * The log on disk. `append` checks each observation against the schema (a misfit is a bug and throws before anything
 * is written) and resolves when the data have reached the disk. All methods reject with StorageFailure when the
 * disk does not do its part.
 */
export const createObservationLog = (database: Database, options: SetAsideOptions = {}): ObservationLog => {
  const putAside = (entries: readonly StoredObservation[]) =>
    setAside(
      database,
      'observations',
      entries.map((value) => ({ key: value.id as number, value })),
      options,
    );

  return {
    async append(observations) {
      if (observations.length === 0) return;
      const entries = observations.map((one) => ({
        at: toMillis(one.at),
        observation: z.parse(observation, one),
      }));
      await database.write(
        ['observations'],
        (transaction) =>
          Promise.all(entries.map(async (entry) => transaction.objectStore('observations').add(entry))),
        'disk',
      );
    },

    async read(from, to) {
      if (!(from <= to)) return [];
      const entries = await database.read(['observations'], (transaction) =>
        transaction.objectStore('observations').index('by-at').getAll(IDBKeyRange.bound(from, to)),
      );
      const damaged: StoredObservation[] = [];
      const readable = entries.flatMap((entry) => {
        const one = parseEntry(entry);
        if (!one) damaged.push(entry);
        return one ?? [];
      });
      await putAside(damaged);
      return readable;
    },

    async prune(before, keep = []) {
      // Here and not at reading: it counts the whole log, and nothing waits for pruning.
      await putAside(await strayEntries(database));
      const ranges = gapsBetween(keep, before).map((gap) =>
        IDBKeyRange.bound(gap.after, gap.before, gap.after !== -Infinity, true),
      );
      await database.write(['observations', 'set-aside'], async (transaction) => {
        const store = transaction.objectStore('observations');
        const keys = await Promise.all(ranges.map(async (range) => store.index('by-at').getAllKeys(range)));
        await Promise.all(keys.flat().map(async (key) => store.delete(key)));
        await forgetSetAside(transaction, 'observations', before);
      });
    },

    async removeSpan(service, from, to) {
      if (!(from <= to)) return;
      await database.write(['observations'], async (transaction) => {
        const store = transaction.objectStore('observations');
        const entries = await store.index('by-at').getAll(IDBKeyRange.bound(from, to));
        const ids = entries.filter((entry) => parseEntry(entry)?.service === service).map(({ id }) => id);
        await Promise.all(ids.map(async (id) => id !== undefined && store.delete(id)));
      });
    },

    erase: () =>
      database.write(['observations', 'set-aside'], async (transaction) => {
        await transaction.objectStore('observations').clear();
        await forgetSetAside(transaction, 'observations');
      }),
  };
};
