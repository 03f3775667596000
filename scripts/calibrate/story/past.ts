import type { ServiceId } from '../../../lib/model/service-id.ts';
import { DAY, MINUTE } from '../truth/start.ts';
import { note, type Course } from './course.ts';
import { endSession, noteStart } from './end-session.ts';

/** A session of long ago that ended and was begun anew. */
const earlierSession = (course: Course, service: ServiceId, how: 'expiry' | 'server'): void => {
  endSession(course, { service, at: course.now, how, whileClosed: false });
  note(course, { service, kind: 'page', page: 'login' }, 1200);
  course.now += course.random.between(0.5, 5) * MINUTE;
  note(course, { service, kind: 'login', outcome: 'accepted' });
  noteStart(course, service, 'user');
  note(course, { service, kind: 'page', page: 'home' }, 2000);
  course.signedIn.add(service);
};

/** What the log still holds from before: when the extension first saw each session, and a person's rhythm of ends. */
export const tellPast = (course: Course): void => {
  const { random, situation, sensors } = course;
  const { focus, rhythm, meets } = situation;
  if (!sensors.cookies) return;
  for (const service of situation.watched) {
    if (service === 'whatsapp' || random.chance(0.4)) continue;
    course.now = meets - random.between(1, 120) * DAY;
    if (rhythm === null || service !== focus) noteStart(course, service, 'unknown');
  }
  if (rhythm !== null) {
    const how = situation.ends[0]?.how === 'expiry' ? 'expiry' : 'server';
    for (let round = random.integer(2, 5); round > 0; round -= 1) {
      course.now = meets - round * rhythm - random.between(0, 5) * MINUTE;
      earlierSession(course, focus, how);
    }
  }
  course.now = meets;
};
