import type { Observation } from '../../../lib/model/observation.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { toTimestamp } from '../../../lib/model/timestamp.ts';
import type { Person } from '../person/person.ts';
import type { Random } from '../random.ts';
import type { Sensors } from '../sensors/sensors.ts';
import { levelAt, type Fault } from '../truth/fault.ts';
import { UNTOUCHED, type Account, type PlannedEnd, type Situation } from '../truth/situation.ts';

type Told<Kind> = Kind extends unknown ? Omit<Kind, 'at'> : never;
/** An observation without its time. */
export type Fact = Told<Observation>;

/** A case as it unfolds. The story moves `now` (ms) on; what the sensors catch gathers in `log`. */
export interface Course {
  readonly random: Random;
  readonly situation: Situation;
  readonly person: Person;
  readonly sensors: Sensors;
  now: number;
  readonly log: Observation[];
  readonly signedIn: Set<ServiceId>;
  readonly endsToCome: PlannedEnd[];
  /** Services whose session a fault has taken: what was begun since is another one. */
  readonly lostToFault: Set<ServiceId>;
  readonly endedHow: Map<ServiceId, PlannedEnd['how']>;
  /** Something is wrong: from here on successes are worth a line too. */
  troubled: boolean;
  feedAskedAt: number;
  readonly frontDoorAskedAt: Map<ServiceId, number>;
  readonly lastPage: Map<ServiceId, string>;
  network: { state: string; at: number } | null;
  /** Who failed as behind a portal, and when (ms). */
  readonly witnesses: Map<string, number>;
  readonly blockLooks: 'dns' | 'unreachable' | 'timeout' | 'tls';
  triesLeft: number;
  /** The person has been told that the password is an old one. */
  knowsNewPassword: boolean;
}

export const beginCourse = (
  random: Random,
  situation: Situation,
  person: Person,
  sensors: Sensors,
): Course => ({
  random,
  situation,
  person,
  sensors,
  now: situation.meets,
  log: [],
  signedIn: new Set(situation.watched),
  endsToCome: [...situation.ends],
  lostToFault: new Set(),
  endedHow: new Map(),
  troubled: false,
  feedAskedAt: -Infinity,
  frontDoorAskedAt: new Map(),
  lastPage: new Map(),
  network: null,
  witnesses: new Map(),
  blockLooks: random.pick(['dns', 'dns', 'unreachable', 'timeout', 'tls']),
  triesLeft: person.tries,
  knowsNewPassword: false,
});

/** Writes a fact down, `after` ms from now. */
export const note = (course: Course, fact: Fact, after = 0): void => {
  const at = toTimestamp(Math.floor(course.now + after));
  course.log.push({ ...fact, at } as Observation);
};

export const accountOf = (course: Course, service: ServiceId): Account =>
  course.situation.accounts[service] ?? UNTOUCHED;

/** The service's fault as far as it has come: null while there is none. */
export const faultNow = (course: Course, service: ServiceId): { fault: Fault; level: number } | null => {
  const fault = course.situation.faults.find(
    (one) => one.service === service && course.now >= one.start && course.now < one.end,
  );
  return fault ? { fault, level: levelAt(fault, course.now) } : null;
};

/** What stands between this browser and the service now, or null. */
export const barrierTo = (course: Course, service: ServiceId | null) => {
  const { network } = course.situation;
  if (!network || course.now < network.from || course.now >= network.until) return null;
  if (service !== null && network.services && !network.services.includes(service)) return null;
  if (service === null && network.services) return null;
  return network.how;
};

/** The person is in and the service works: there is nothing left to ask. */
export const isBackToNormal = (course: Course): boolean => {
  const { focus, storageLostAt } = course.situation;
  const { lock, limitedUntil } = accountOf(course, focus);
  return (
    course.signedIn.has(focus) &&
    barrierTo(course, focus) === null &&
    lock === null &&
    storageLostAt === null &&
    (limitedUntil === null || limitedUntil < course.now) &&
    faultNow(course, focus) === null
  );
};
