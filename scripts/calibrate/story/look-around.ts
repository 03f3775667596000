import type { RequestOutcome } from '../../../lib/model/observation.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { feedEntryAt } from '../sensors/feed-entry.ts';
import { barrierTo, faultNow, note, type Course } from './course.ts';
import { noteNetwork, noteWitness } from './network-news.ts';

const EVERY = 60_000;

const STATUS: Readonly<Partial<Record<RequestOutcome, readonly number[]>>> = {
  ok: [200],
  'server-error': [500, 500, 502, 503, 504],
  'rate-limited': [429],
  'client-error': [403, 404],
};

/** A request and what came of it. */
export const noteRequest = (
  course: Course,
  service: ServiceId,
  purpose: 'navigation' | 'api' | 'probe',
  outcome: RequestOutcome,
  after = 0,
  count = 1,
): void => {
  const statuses = STATUS[outcome];
  note(
    course,
    {
      service,
      kind: 'request',
      purpose,
      outcome,
      ...(statuses ? { status: course.random.pick(statuses) } : {}),
      ...(count > 1 ? { count } : {}),
    },
    after,
  );
};

/** What a block without a page of its own looks like: one way for each network. */
export const meetBlock = (
  course: Course,
  service: ServiceId,
  purpose: 'navigation' | 'probe',
  after: number,
): void => {
  noteRequest(course, service, purpose, course.blockLooks, after);
  if (course.blockLooks === 'tls') noteWitness(course, service, after);
};

/** The extension asks the service's front door, at most once a minute. */
const askFrontDoor = (course: Course, service: ServiceId): void => {
  const { random } = course;
  if (course.now - (course.frontDoorAskedAt.get(service) ?? -Infinity) < EVERY) return;
  course.frontDoorAskedAt.set(service, course.now);
  const after = random.around(600, 2);
  const barrier = barrierTo(course, service);
  if (barrier === 'offline') return noteNetwork(course, 'offline', after);
  if (barrier === 'captive-portal') {
    // The other portals answer with a page of their own: a witness, and no line about the service.
    if (random.chance(0.6)) noteRequest(course, service, 'probe', 'tls', after);
    return noteWitness(course, service, after);
  }
  if (barrier === 'no-names') return noteRequest(course, service, 'probe', 'dns', after);
  if (barrier === 'lossy')
    return random.chance(0.7)
      ? noteRequest(course, service, 'probe', 'timeout', after + 8000)
      : noteRequest(course, service, 'probe', 'ok', after);
  if (barrier === 'blocked') return meetBlock(course, service, 'probe', after);
  const trouble = faultNow(course, service);
  const failed = trouble !== null && random.chance(trouble.fault.frontDoor * trouble.level);
  const outcomes = trouble?.fault.wire?.outcomes ?? ['server-error'];
  noteRequest(course, service, 'probe', failed ? random.pick(outcomes) : 'ok', after);
};

/** The extension reads the shared feed, at most once a minute; every watched service's entry is a line. */
export const readFeed = (course: Course): void => {
  const { random, situation } = course;
  const { feed } = course.sensors;
  if (feed.state === 'none' || course.now - course.feedAskedAt < EVERY) return;
  course.feedAskedAt = course.now;
  const after = random.around(500, 2.2);
  const lost = barrierTo(course, null) !== null || random.chance(feed.fails);
  const state = lost ? 'unreachable' : feed.state;
  const age = Math.round(random.between(1, feed.oldest));
  if (state === 'unreachable') noteWitness(course, 'feed', after);
  for (const service of situation.watched)
    note(
      course,
      state === 'good'
        ? {
            service,
            kind: 'feed',
            state: 'verified',
            age,
            ...(random.chance(0.8) ? { ttl: 600 - age } : {}),
            entry: feedEntryAt(random, situation.faults, service, feed, course.now - age * 1000),
          }
        : { service, kind: 'feed', state },
      after,
    );
};

/** The official page, where the person allowed it: it speaks of Meta's services only. */
const readOfficial = (course: Course, service: ServiceId): void => {
  if (!course.sensors.official || service === 'x' || barrierTo(course, null) !== null) return;
  if (course.random.chance(0.5)) return;
  const fault = course.situation.faults.find((one) => one.service === service);
  const said =
    fault && fault.crowd.officialAfter !== null && course.now >= fault.start + fault.crowd.officialAfter;
  const status = said ? (course.now < fault.end + 1_200_000 ? 'outage' : 'resolved') : 'operational';
  note(
    course,
    {
      service,
      kind: 'official',
      source: 'metastatus',
      status,
      statusAt: new Date(Math.floor(course.now)).toISOString(),
    },
    1500,
  );
};

/** Something seems wrong with the service: everything that may tell more is asked. */
export const lookAround = (course: Course, service: ServiceId): void => {
  course.troubled = true;
  askFrontDoor(course, service);
  readFeed(course);
  readOfficial(course, service);
};
