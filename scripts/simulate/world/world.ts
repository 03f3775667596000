import { bucketOf } from '../../../lib/model/report.ts';
import type { BucketCount } from '../../../feed/store/count-store.ts';
import type { Random } from '../../calibrate/random.ts';
import { isComplaint } from '../../../feed/store/count-kinds.ts';
import { createCounter, type Sent } from './counter.ts';
import type { Happening } from './happening.ts';
import type { Person } from './population.ts';

export const DELAY = { shortest: 20, longest: 180 } as const;

export interface World {
  /** Lets the minute that begins at `at` (ms since 1970) pass; gives the counts at its end. */
  pass(at: number): readonly BucketCount[];
  /** From now on, complaints of what happens from `from` on are noted as they arrive. */
  watch(from: number): void;
  /** When the eighth of them arrived; null before. */
  eighth(): number | null;
}

interface Waiting extends Sent {
  readonly arrives: number;
  readonly happened: number;
}

const MINUTE = 60_000;
const EIGHTH = 7;

/** A world in which things happen and reports of them arrive 20 to 180 s later. */
export const createWorld = (
  random: Random,
  people: readonly Person[],
  happenings: readonly Happening[],
): World => {
  const counter = createCounter();
  const waiting: Waiting[][] = [[], [], [], [], []];
  const arrivals: number[] = [];
  let watched = Infinity;
  const slot = (at: number): Waiting[] => waiting[Math.floor(at / MINUTE) % waiting.length] ?? [];
  return {
    pass(at) {
      for (const happening of happenings)
        for (const { at: when, kind, from } of happening({ at, random, people })) {
          const arrives = when + 1000 * random.between(DELAY.shortest, DELAY.longest);
          slot(arrives).push({ kind, bucket: bucketOf(when), from, arrives, happened: when });
        }
      const due = slot(at).sort((one, other) => one.arrives - other.arrives);
      for (const sent of due) {
        counter.accept(sent);
        if (arrivals.length <= EIGHTH && sent.happened >= watched && isComplaint(sent.kind))
          arrivals.push(sent.arrives);
      }
      due.length = 0;
      return counter.read();
    },
    watch(from) {
      watched = from;
      arrivals.length = 0;
    },
    eighth: () => arrivals[EIGHTH] ?? null,
  };
};
