import { asSet, type Timed } from '../facts/in-order.ts';
import { RECHECKS } from '../numbers/windows.ts';

/** A moment at which diagnoses are re-made: observations of that time, or (with an empty set) a re-check. */
export interface Moment {
  readonly at: number;
  readonly set: readonly Timed[];
}

/**
 * The moments of a log in order of time: each time at which something was seen, with all that was seen then, and
 * each of the fixed re-checks after it. Two moments never have the same time.
 * @param timed the log by time.
 * @param wanted when (ms) something can next change by time alone: re-checks before that are left out.
 */
export function* momentsOf(
  timed: readonly Timed[],
  wanted: () => number,
): Generator<Moment, void, undefined> {
  const times: number[] = [];
  const next = RECHECKS.map(() => 0);
  const recheckBefore = (limit: number, after: number): number => {
    let soonest = Infinity;
    const from = Math.max(after + 1, wanted());
    if (from >= limit) return Infinity;
    for (let r = 0; r < RECHECKS.length; r += 1) {
      const delay = RECHECKS[r] as number;
      let index = next[r] as number;
      while (index < times.length && (times[index] as number) + delay < from) index += 1;
      next[r] = index;
      if (index < times.length) soonest = Math.min(soonest, (times[index] as number) + delay);
    }
    return soonest < limit ? soonest : Infinity;
  };
  let now = -Infinity;
  let from = 0;
  while (from < timed.length) {
    const at = (timed[from] as Timed).at;
    for (let again = recheckBefore(at, now); again < Infinity; again = recheckBefore(at, now)) {
      yield { at: again, set: [] };
      now = again;
    }
    let to = from + 1;
    while (to < timed.length && (timed[to] as Timed).at === at) to += 1;
    yield { at, set: to - from === 1 ? [timed[from] as Timed] : asSet(timed.slice(from, to)) };
    times.push(at);
    now = at;
    from = to;
  }
  for (let again = recheckBefore(Infinity, now); again < Infinity; again = recheckBefore(Infinity, now)) {
    yield { at: again, set: [] };
    now = again;
  }
}
