import { incident } from '../model/incident.ts';
import { z } from '../model/zod.ts';
import type { Database } from './database.ts';
import { incidentSummary, newestFirst, summarise } from './incident-summary.ts';
import { setAside, type SetAsideOptions } from './set-aside.ts';
import type { StoredSummary } from './stored-schema.ts';
import type { IncidentSummary, SummaryQuery } from './stores.ts';

/** A summary as it is stored: the open ones are marked, so that an index finds them. */
export const storedSummary = (summary: IncidentSummary): StoredSummary =>
  summary.closedAt === null ? { ...summary, open: 1 } : summary;

const parseAll = (stored: readonly unknown[]): IncidentSummary[] | null => {
  const summaries: IncidentSummary[] = [];
  for (const one of stored) {
    const parsed = z.safeParse(incidentSummary, one);
    if (!parsed.success) return null;
    summaries.push(parsed.data);
  }
  return summaries;
};

/** Makes every summary again from its incident. Incidents that cannot be read are set aside. */
const rebuild = async (database: Database, options: SetAsideOptions): Promise<IncidentSummary[]> => {
  const stored: readonly { readonly id: string }[] = await database.read(['incidents'], (transaction) =>
    transaction.objectStore('incidents').getAll(),
  );
  const damaged: { key: string; value: unknown }[] = [];
  const summaries = stored.flatMap((value) => {
    const parsed = z.safeParse(incident, value);
    if (!parsed.success) damaged.push({ key: value.id, value });
    return parsed.success ? summarise(parsed.data) : [];
  });
  await setAside(database, 'incidents', damaged, options);
  await database.write(['incident-summaries'], async (transaction) => {
    const store = transaction.objectStore('incident-summaries');
    await store.clear();
    await Promise.all(summaries.map(async (one) => store.put(storedSummary(one))));
  });
  return summaries;
};

/**
 * The summaries of incidents opened in the query's time, newest first; the rest of the query is for the caller.
 * When they do not fit the incidents (one cannot be read, or the numbers differ) all are made again.
 */
export const readSummaries = async (
  database: Database,
  options: SetAsideOptions,
  { from = -Infinity, to = Infinity }: Pick<SummaryQuery, 'from' | 'to'>,
): Promise<IncidentSummary[]> => {
  if (!(from <= to)) return [];
  const { found, complete } = await database.read(
    ['incidents', 'incident-summaries'],
    async (transaction) => {
      const index = transaction.objectStore('incident-summaries').index('by-opened');
      const [inTime, indexed, incidents] = await Promise.all([
        index.getAll(IDBKeyRange.bound(from, to)),
        index.count(IDBKeyRange.bound(-Infinity, Infinity)),
        transaction.objectStore('incidents').count(),
      ]);
      return { found: parseAll(inTime), complete: indexed === incidents };
    },
  );
  const summaries = found && complete ? found.reverse() : await rebuild(database, options);
  return summaries.sort(newestFirst);
};
