import type { Observation } from '../../../lib/model/observation.ts';
import { toMillis, toTimestamp } from '../../../lib/model/timestamp.ts';
import type { Random } from '../random.ts';
import type { Sensors } from './sensors.ts';

/** ms, in the mean. */
const LATE: Readonly<Partial<Record<Observation['kind'], number>>> = {
  page: 500,
  login: 500,
  request: 200,
  session: 150,
  connectivity: 200,
};

/** What a person says is written at once and only once. */
const isHeard = (seen: Observation): boolean => seen.kind === 'answer';

/**
 * What the sensors make of a clean log: some lines are lost, some written twice, some late enough to change places;
 * a killed worker loses a span. `since` (ms) is when the case begins: the past stays as it was kept.
 */
export const blur = (
  random: Random,
  sensors: Sensors,
  log: readonly Observation[],
  since: number,
): Observation[] => {
  const gapFrom = since + random.between(0, 120_000);
  const inGap = (at: number): boolean => at >= gapFrom && at < gapFrom + sensors.gap;
  // What one event brought about carries one time, and keeps it.
  const moves = new Map<string, number>();
  const moveOf = (at: string, late: number): number => {
    const known = moves.get(at);
    if (known !== undefined) return known;
    const made = random.waiting(late);
    moves.set(at, made);
    return made;
  };
  return log.flatMap((seen) => {
    const at = toMillis(seen.at);
    if (at < since - 60_000 || isHeard(seen)) return [seen];
    if (random.chance(sensors.loss) || inGap(at)) return [];
    const late = LATE[seen.kind];
    const moved = late ? { ...seen, at: toTimestamp(Math.floor(at + moveOf(seen.at, late))) } : seen;
    return random.chance(sensors.doubling)
      ? [moved, { ...moved, at: toTimestamp(toMillis(moved.at) + random.integer(0, 400)) }]
      : [moved];
  });
};
