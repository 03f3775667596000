import { incident, type Incident } from '../model/incident.ts';
import { z } from '../model/zod.ts';
import { beyondRetention, matcher, newestFirst, summarise } from './incident-summary.ts';
import type { IncidentIndex, IncidentStore, SummaryQuery } from './stores.ts';

/** Incidents that live as long as the program, for when the disk cannot be used. Behaves as the store on disk. */
export const createMemoryIncidentStore = (): IncidentStore & IncidentIndex => {
  const incidents = new Map<string, Incident>();

  const summaries = (query: SummaryQuery) =>
    [...incidents.values()].map(summarise).filter(matcher(query)).sort(newestFirst).slice(0, query.limit);
  const named = (ids: readonly string[]) => ids.flatMap((id) => incidents.get(id) ?? []);

  return {
    async put(changed) {
      for (const one of changed.map((each) => z.parse(incident, each))) incidents.set(one.id, one);
    },
    get: async (id) => incidents.get(id) ?? null,
    open: async () =>
      named(
        summaries({})
          .filter((one) => one.closedAt === null)
          .map((one) => one.id),
      ),
    list: async (query) => named(summaries(query).map((one) => one.id)),
    summaries: async (query) => summaries(query),
    async remove(id) {
      incidents.delete(id);
    },
    async retain(since, count) {
      const ids = beyondRetention(summaries({}), since, count);
      for (const id of ids) incidents.delete(id);
      return ids.length;
    },
    async erase() {
      incidents.clear();
    },
  };
};
