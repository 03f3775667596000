import { incident, type Incident } from '../model/incident.ts';
import { z } from '../model/zod.ts';
import type { Database } from './database.ts';
import { beyondRetention, incidentsNewestFirst, matcher, summarise } from './incident-summary.ts';
import { forgetSetAside, setAside, type SetAsideOptions } from './set-aside.ts';
import type { IncidentIndex, IncidentStore } from './stores.ts';
import { readSummaries, storedSummary } from './summary-index.ts';

const BOTH = ['incidents', 'incident-summaries'] as const;

/**
 * The incidents on disk, each with a light summary written in the same transaction. `put` checks each incident
 * against the schema (a misfit is a bug and throws before anything is written). Methods reject with StorageFailure
 * when the disk does not do its part.
 */
export const createIncidentStore = (
  database: Database,
  options: SetAsideOptions = {},
): IncidentStore & IncidentIndex => {
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
    return readable;
  };

  const removeAll = (ids: readonly string[]): Promise<void> =>
    database.write(BOTH, async (transaction) => {
      const deletions = BOTH.flatMap((store) =>
        ids.map(async (id) => transaction.objectStore(store).delete(id)),
      );
      await Promise.all(deletions);
    });

  const summaries: IncidentIndex['summaries'] = async (query) => {
    const matches = matcher(query);
    return (await readSummaries(database, options, query)).filter(matches).slice(0, query.limit);
  };

  return {
    async put(incidents) {
      if (incidents.length === 0) return;
      const parsed = incidents.map((one) => z.parse(incident, one));
      await database.write(BOTH, (transaction) =>
        Promise.all(
          parsed.map(async (one) => {
            await transaction.objectStore('incidents').put(one);
            await transaction.objectStore('incident-summaries').put(storedSummary(summarise(one)));
          }),
        ),
      );
    },

    async get(id) {
      return (await readAll([id]))[0] ?? null;
    },

    async open() {
      const ids = await database.read(['incident-summaries'], (transaction) =>
        transaction.objectStore('incident-summaries').index('by-open').getAllKeys(1),
      );
      return (await readAll(ids)).sort(incidentsNewestFirst);
    },

    async list(query) {
      return readAll((await summaries(query)).map((one) => one.id));
    },

    summaries,

    remove: (id) => removeAll([id]),

    async retain(since, count) {
      const ids = beyondRetention(await readSummaries(database, options, {}), since, count);
      if (ids.length > 0) await removeAll(ids);
      await forgetSetAside(database, 'incidents', since);
      return ids.length;
    },

    async erase() {
      await database.write(BOTH, (transaction) =>
        Promise.all(BOTH.map(async (store) => transaction.objectStore(store).clear())),
      );
      await forgetSetAside(database, 'incidents');
    },
  };
};
