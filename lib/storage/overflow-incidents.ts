import type { Incident } from '../model/incident.ts';
import { incidentsNewestFirst, newestFirst } from './incident-summary.ts';
import { createMemoryIncidentStore } from './memory-incident-store.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { StorageFailure, type StorageReason } from './storage-failure.ts';
import type { IncidentIndex, IncidentStore } from './stores.ts';

/**
 * Incidents that go on when the disk does not: those that cannot be written are kept in memory, stand in front of
 * what is stored under the same id, and are written first at the next chance. `onFailure` is told why; no method
 * rejects with StorageFailure.
 */
export const createOverflowIncidents = (
  disk: IncidentStore & IncidentIndex,
  onFailure: (reason: StorageReason) => Promise<void>,
): IncidentStore & IncidentIndex => {
  const inTurn = oneAtATime();
  const memory = createMemoryIncidentStore();
  const waiting = (): Promise<Incident[]> => memory.list({});

  const attempt = async <Result>(task: () => Promise<Result>, otherwise: Result): Promise<Result> => {
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error;
      await onFailure(error.reason);
      return otherwise;
    }
  };

  /** What is stored, but for what stands in memory under the same id, together with what matches there. */
  const merged = async <One extends { readonly id: string }>(
    stored: readonly One[],
    kept: readonly One[],
    order: (a: One, b: One) => number,
    limit?: number,
  ): Promise<One[]> => {
    const shadowed = new Set((await waiting()).map((one) => one.id));
    return [...stored.filter((one) => !shadowed.has(one.id)), ...kept].sort(order).slice(0, limit);
  };

  return {
    put: (incidents) =>
      inTurn(async () => {
        const changed = new Set(incidents.map((one) => one.id));
        const all = [...(await waiting()).filter((one) => !changed.has(one.id)), ...incidents];
        const written = await attempt(async () => {
          await disk.put(all);
          return true;
        }, false);
        if (written) await memory.erase();
        else await memory.put(incidents);
      }),
    get: (id) => inTurn(async () => (await memory.get(id)) ?? attempt(() => disk.get(id), null)),
    open: () =>
      inTurn(async () => {
        const stored = await attempt(() => disk.open(), []);
        return merged(stored, await memory.open(), incidentsNewestFirst);
      }),
    list: (query) =>
      inTurn(async () => {
        const stored = await attempt(() => disk.list(query), []);
        return merged(stored, await memory.list(query), incidentsNewestFirst, query.limit);
      }),
    summaries: (query) =>
      inTurn(async () => {
        const stored = await attempt(() => disk.summaries(query), []);
        return merged(stored, await memory.summaries(query), newestFirst, query.limit);
      }),
    remove: (id) =>
      inTurn(async () => {
        await memory.remove(id);
        await attempt(() => disk.remove(id), undefined);
      }),
    retain: (since, count) =>
      inTurn(async () => {
        const gone = await attempt(() => disk.retain(since, count), 0);
        return gone + (await memory.retain(since, count));
      }),
    erase: () =>
      inTurn(async () => {
        await memory.erase();
        await attempt(() => disk.erase(), undefined);
      }),
  };
};
