import { createHash } from 'node:crypto';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { shapeOfEnd } from '../sensors/session-shape.ts';
import type { PlannedEnd } from '../truth/situation.ts';
import { note, type Course } from './course.ts';

/** Accounts are named by tags; one tag a service serves all cases. */
const TAGS = new Map<string, string>();
const tagOf = (service: ServiceId): string => {
  const known = TAGS.get(service);
  if (known !== undefined) return known;
  const made = createHash('sha256').update(service).digest('hex').slice(0, 16);
  TAGS.set(service, made);
  return made;
};

export const noteStart = (course: Course, service: ServiceId, by: 'user' | 'unknown', after = 0): void =>
  note(course, { service, kind: 'session', change: 'started', by, account: tagOf(service) }, after);

/** A session ends, now; what the browser's sensors make of it. True when something was seen. */
export const endSession = (course: Course, end: PlannedEnd): boolean => {
  course.signedIn.delete(end.service);
  course.endedHow.set(end.service, end.how);
  const shape = shapeOfEnd(course.random, course.sensors, end);
  if (shape === null || !course.sensors.cookies) return false;
  if (end.how === 'own') note(course, { service: end.service, kind: 'logout', scope: 'here' });
  note(
    course,
    { service: end.service, kind: 'session', change: 'ended', ...shape, account: tagOf(end.service) },
    40,
  );
  return true;
};

/** Carries out the ends that are due, those of a wipe as one. */
export const endWhatIsDue = (course: Course): readonly ServiceId[] => {
  const due = course.endsToCome.filter((end) => end.at <= course.now + 1000);
  const local: PlannedEnd[] = [];
  for (const end of due) {
    course.endsToCome.splice(course.endsToCome.indexOf(end), 1);
    if (!course.situation.watched.includes(end.service)) continue;
    const now = course.now;
    // What ended long before was seen when it ended.
    if (now - end.at > 60_000) course.now = end.at;
    const seen = endSession(course, end);
    course.now = now;
    const last = course.log.at(-1);
    if (seen && last?.kind === 'session' && last.by === 'browser') local.push(end);
  }
  if (local.length >= 2) note(course, { service: null, kind: 'clearing', sites: local.length }, 60);
  return due.map(({ service }) => service);
};
