import type { ReportKind } from '../../../lib/model/report.ts';
import type { Random } from '../../calibrate/random.ts';
import type { Person } from './population.ts';

/** Something that one person's browser meets and would report. */
export interface Event {
  /** ms since 1970 */
  readonly at: number;
  readonly kind: ReportKind;
  readonly from: Person;
}

export interface MinuteOfWorld {
  /** Its beginning, ms since 1970. */
  readonly at: number;
  readonly random: Random;
  readonly people: readonly Person[];
}

/** What brings reports: ordinary days, an outage, an attacker. Gives the events of one minute. */
export interface Happening {
  (minute: MinuteOfWorld): readonly Event[];
}

/** A happening of which every event was drawn beforehand. */
export const happeningOf = (events: readonly Event[]): Happening => {
  const sorted = events.toSorted((one, other) => one.at - other.at);
  let next = 0;
  return ({ at }) => {
    const found: Event[] = [];
    for (let event = sorted[next]; event && event.at < at + 60_000; event = sorted[(next += 1)])
      if (event.at >= at) found.push(event);
    return found;
  };
};
