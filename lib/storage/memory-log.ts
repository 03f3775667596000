import { observation, type Observation } from '../model/observation.ts';
import { toMillis } from '../model/timestamp.ts';
import { z } from '../model/zod.ts';
import type { ObservationLog } from './stores.ts';

/** A log that lives as long as the program, for when the disk cannot be used. Behaves as the one on disk. */
export const createMemoryLog = (): ObservationLog => {
  let entries: Observation[] = [];
  return {
    async append(observations) {
      // Parsing also copies: what the caller does with its objects later changes nothing here.
      entries.push(...observations.map((one) => z.parse(observation, one)));
    },
    async read(from, to) {
      return entries
        .map((one) => ({ one, at: toMillis(one.at) }))
        .filter(({ at }) => at >= from && at <= to)
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
    },
    async prune(before, keep = []) {
      entries = entries.filter(({ at: time }) => {
        const at = toMillis(time);
        return at >= before || keep.some(({ from, to }) => at >= from && at <= to);
      });
    },
    async removeSpan(service, from, to) {
      entries = entries.filter(
        (one) => one.service !== service || toMillis(one.at) < from || toMillis(one.at) > to,
      );
    },
    async erase() {
      entries = [];
    },
  };
};
