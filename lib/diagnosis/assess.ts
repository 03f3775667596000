import type { Observation } from '../model/observation.ts';
import { byTime } from './facts/in-order.ts';
import {
  closeByPerson,
  emptyFold,
  nextOfItself,
  readSet,
  rediagnose,
  type Fold,
} from './fold/incident-fold.ts';
import { timelinesAt } from './fold/timelines-at.ts';
import { momentsOf } from './fold/moments.ts';
import type { Closure, IncidentTimeline } from './incident-timeline.ts';

/** Reads the log up to and including `at` (ms), and what the person closed up to then. */
export const foldUpTo = (
  observations: readonly Observation[],
  at: number,
  closures: readonly Closure[] = [],
): Fold => {
  const fold = emptyFold();
  const timed = byTime(observations);
  const closing = closures.filter((one) => one.at <= at).sort((a, b) => a.at - b.at);
  let next = 0;
  const closeUpTo = (limit: number): void => {
    for (let one = closing[next]; one && one.at < limit; one = closing[next]) {
      closeByPerson(fold, one);
      next += 1;
    }
  };
  for (const moment of momentsOf(timed, () => nextOfItself(fold))) {
    if (moment.at > at) break;
    closeUpTo(moment.at);
    if (moment.set.length > 0) readSet(fold, moment.set, moment.at);
    rediagnose(fold, moment.at, moment.set);
  }
  closeUpTo(Infinity);
  return fold;
};

/**
 * All incidents, open and closed, that the log up to and including `at` (ms) holds, in order of opening. A pure
 * function of the log, the moment and what the person closed; the order of the log does not matter, and what is
 * later than `at` is not looked at. Linear in the log. Never throws on observations that the schema accepts.
 */
export const assess = (
  observations: readonly Observation[],
  at: number,
  closures: readonly Closure[] = [],
): readonly IncidentTimeline[] => timelinesAt(foldUpTo(observations, at, closures), at);
