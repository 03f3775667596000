import type { DatedVerdict } from '../../model/incident.ts';
import type { ServiceId } from '../../model/service-id.ts';
import { toTimestamp } from '../../model/timestamp.ts';
import type { Course } from '../course/course.ts';
import type { Diagnosis } from '../diagnose.ts';

/** An incident while it is open. Times are ms. */
export interface OpenIncident {
  readonly id: string;
  readonly service: ServiceId;
  readonly openedAt: number;
  /** Each change of what was said. */
  readonly verdicts: DatedVerdict[];
  /** The newest diagnosis; null before the first. */
  last: Diagnosis | null;
  /** When time alone can next change it. */
  changesAt: number;
  /** What unrelated services told of the network when it was made. */
  strangers: number;
  /** How it has gone so far; replaced as a whole. */
  course: Course;
  /** For closing: the last news, whether there is a session to get back, and how far that has come. */
  newsAt: number;
  lostSession: boolean;
  signedIn: boolean;
  /** The last page asked something of this account: an answer of the server is no sign that it is open again. */
  barred: boolean;
  successes: number;
  recoveredAt: number | null;
  /** The last time at which direct evidence was still standing. */
  heldUntil: number;
}

/** A new incident. Its id depends on the service and the opening alone, so it stays when more is learned. */
export const openIncident = (
  service: ServiceId,
  at: number,
  lostSession: boolean,
  course: Course,
): OpenIncident => ({
  id: `${service}@${toTimestamp(at)}`,
  service,
  openedAt: at,
  verdicts: [],
  last: null,
  changesAt: -Infinity,
  strangers: -1,
  course,
  newsAt: at,
  lostSession,
  signedIn: false,
  barred: false,
  successes: 0,
  recoveredAt: null,
  heldUntil: -Infinity,
});
