import type { Incident } from '../model/incident.ts';
import type { DatedVerdict } from '../model/incident.ts';
import type { ServiceId } from '../model/service-id.ts';
import type { Verdict } from '../model/verdict.ts';

/** The person closed that service's incident at that time (ms). */
export interface Closure {
  readonly service: ServiceId;
  readonly at: number;
}

/** One incident as the log tells it. Times are ms. */
export interface IncidentTimeline {
  /** Of the service and the opening alone: it stays the same however much more is learned. */
  readonly id: string;
  readonly service: ServiceId;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly closedBy: Incident['closedBy'];
  /** Each change of cause, certainty or alarm, oldest first. */
  readonly verdicts: DatedVerdict[];
  /** The verdict at the moment asked for; null when closed. */
  readonly current: Verdict | null;
}
