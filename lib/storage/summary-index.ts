import { incident } from '../model/incident.ts';
import { toTimestamp } from '../model/timestamp.ts';
import { z } from '../model/zod.ts';
import type { Database, Transaction } from './database.ts';
import { incidentSummary, newestFirst, summarise } from './incident-summary.ts';
import { setAside, type SetAsideOptions } from './set-aside.ts';
import { StorageFailure } from './storage-failure.ts';
import { OPEN_PAGE, type SummaryPage } from './stored-schema.ts';
import type { IncidentSummary } from './stores.ts';

const PAGES = 'incident-summaries';
const summaryList = z.array(incidentSummary);

const isOpen = (one: IncidentSummary): boolean => one.closedAt === null;

/** The day (UTC) of a moment in milliseconds since 1970, as pages are named. */
const dayOf = (millis: number): string => toTimestamp(millis).slice(0, 10);

const readPage = (page: { readonly summaries: unknown } | undefined): IncidentSummary[] | null => {
  const parsed = z.safeParse(summaryList, page?.summaries);
  return parsed.success ? parsed.data : null;
};

/** All pages of an index over these summaries; that of the open ones is always there. */
const pagesOf = (summaries: readonly IncidentSummary[]): SummaryPage[] => {
  const days = Map.groupBy(summaries, (one) => dayOf(one.openedAt));
  const pages = [...days].map(([day, ofDay]) => ({ day, summaries: ofDay }));
  return [...pages, { day: OPEN_PAGE, summaries: summaries.filter(isOpen) }];
};

/** The summaries on some pages, if the pages fit each other; null when the index is damaged. */
const assemble = (pages: readonly { readonly day: unknown; readonly summaries: unknown }[]) => {
  const read = pages.map((page) => ({ day: page.day, summaries: readPage(page) }));
  const open = read.find((page) => page.day === OPEN_PAGE)?.summaries;
  if (!open || read.some((page) => page.summaries === null)) return null;
  const all = read.flatMap((page) => (page.day === OPEN_PAGE ? [] : (page.summaries ?? [])));
  const fits =
    all.filter(isOpen).length === open.length && new Set(all.map((one) => one.id)).size === all.length;
  return fits ? all : null;
};

/** What a change of the incidents means for the index: which ids go, with their day, and which summaries come. */
export interface IndexChange {
  readonly gone: readonly { readonly id: string; readonly openedAt: number }[];
  readonly come: readonly IncidentSummary[];
}

/**
 * The light index over the incidents. It is derived from them: when it is found damaged or out of step, it is made
 * again, and incidents that cannot be read are set aside then. Rejects with StorageFailure as the database does.
 */
export const createSummaryIndex = (database: Database, options: SetAsideOptions) => {
  /** Whether the index was seen to be in step with the incidents. */
  let inStep = false;

  const rebuild = async (): Promise<IncidentSummary[]> => {
    const damaged: { key: string; value: unknown }[] = [];
    const scan = async (transaction: Transaction<'readonly' | 'readwrite'>): Promise<IncidentSummary[]> => {
      const stored = await transaction.objectStore('incidents').getAll();
      return stored.flatMap((value) => {
        const parsed = z.safeParse(incident, value);
        if (!parsed.success) damaged.push({ key: value.id, value });
        return parsed.success ? summarise(parsed.data) : [];
      });
    };
    try {
      const summaries = await database.write(['incidents', PAGES], async (transaction) => {
        const readable = await scan(transaction);
        await transaction.objectStore(PAGES).clear();
        await Promise.all(pagesOf(readable).map(async (page) => transaction.objectStore(PAGES).put(page)));
        return readable;
      });
      await setAside(database, 'incidents', damaged, options);
      inStep = true;
      return summaries;
    } catch (error) {
      // A disk that cannot be written can still be read.
      if (!(error instanceof StorageFailure)) throw error;
      return await database.read(['incidents'], scan);
    }
  };

  return {
    /** The summaries of all incidents, newest first. */
    async all(): Promise<IncidentSummary[]> {
      const { pages, incidents } = await database.read(['incidents', PAGES], async (transaction) => ({
        pages: await transaction.objectStore(PAGES).getAll(),
        incidents: inStep ? null : await transaction.objectStore('incidents').count(),
      }));
      const found = assemble(pages);
      inStep = found !== null && (incidents === null || incidents === found.length);
      return (inStep && found ? found : await rebuild()).sort(newestFirst);
    },

    /**
     * The summaries of those opened on the day of `from` (milliseconds since 1970) or later, newest first: of the index only
     * the pages of these days are read. Whether it is in step with the incidents is not looked at.
     */
    async since(from: number): Promise<IncidentSummary[]> {
      const days = IDBKeyRange.bound(dayOf(from), OPEN_PAGE, false, true);
      const pages = await database.read([PAGES], (transaction) =>
        transaction.objectStore(PAGES).getAll(days),
      );
      const read = pages.map(readPage);
      const found = read.includes(null) ? await rebuild() : read.flatMap((page) => page ?? []);
      return found.sort(newestFirst);
    },

    /** The summaries of the open incidents. */
    async open(): Promise<IncidentSummary[]> {
      const page = await database.read([PAGES], (transaction) =>
        transaction.objectStore(PAGES).get(OPEN_PAGE),
      );
      return readPage(page) ?? (await rebuild()).filter(isOpen);
    },

    /** Brings the index up to date, within the transaction that changes the incidents. */
    async update(transaction: Transaction<'readwrite'>, { gone, come }: IndexChange): Promise<void> {
      const store = transaction.objectStore(PAGES);
      const ids = new Set([...gone, ...come].map((one) => one.id));
      const days = new Set([...gone, ...come].map((one) => dayOf(one.openedAt)));
      const renew = async (day: string, added: readonly IncidentSummary[]): Promise<void> => {
        const before = readPage(await store.get(day)) ?? [];
        const summaries = [...before.filter((one) => !ids.has(one.id)), ...added];
        if (summaries.length > 0 || day === OPEN_PAGE) await store.put({ day, summaries });
        else await store.delete(day);
      };
      for (const day of days)
        await renew(
          day,
          come.filter((one) => dayOf(one.openedAt) === day),
        );
      await renew(OPEN_PAGE, come.filter(isOpen));
    },

    /** Makes the index again from the incidents; resolves to all summaries, in no order. */
    rebuild,
  };
};
