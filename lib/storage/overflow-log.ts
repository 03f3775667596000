import { toMillis } from '../model/timestamp.ts';
import { createMemoryLog } from './memory-log.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { StorageFailure, type StorageReason } from './storage-failure.ts';
import type { ObservationLog } from './stores.ts';

/**
 * A log that goes on when the disk does not: what cannot be written is kept in memory, read together with the rest,
 * and written first at the next chance. `onFailure` is told why; no method rejects with StorageFailure.
 */
export const createOverflowLog = (
  disk: ObservationLog,
  onFailure: (reason: StorageReason) => Promise<void>,
): ObservationLog => {
  const inTurn = oneAtATime();
  const memory = createMemoryLog();
  const waiting = () => memory.read(-Infinity, Infinity);

  const attempt = async <Result>(task: () => Promise<Result>, otherwise: Result): Promise<Result> => {
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error;
      await onFailure(error.reason);
      return otherwise;
    }
  };

  return {
    append: (observations) =>
      inTurn(async () => {
        const all = [...(await waiting()), ...observations];
        const written = await attempt(async () => {
          await disk.append(all);
          return true;
        }, false);
        if (written) await memory.erase();
        else await memory.append(observations);
      }),
    read: (from, to) =>
      inTurn(async () => {
        const stored = await attempt(() => disk.read(from, to), []);
        const kept = await memory.read(from, to);
        return [...stored, ...kept].sort((a, b) => toMillis(a.at) - toMillis(b.at));
      }),
    prune: (before, keep) =>
      inTurn(async () => {
        await attempt(() => disk.prune(before, keep), undefined);
        await memory.prune(before, keep);
      }),
    removeSpan: (service, from, to) =>
      inTurn(async () => {
        await attempt(() => disk.removeSpan(service, from, to), undefined);
        await memory.removeSpan(service, from, to);
      }),
    erase: () =>
      inTurn(async () => {
        await memory.erase();
        await attempt(() => disk.erase(), undefined);
      }),
  };
};
