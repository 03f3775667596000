import { MINUTE } from '../truth/start.ts';
import type { Course } from './course.ts';
import { endWhatIsDue } from './end-session.ts';
import { lookAround, readFeed } from './look-around.ts';
import { noteReturn } from './network-news.ts';

/** Sessions whose time has come end, and whatever may tell more is asked. */
export const letSessionsEnd = (course: Course): void => {
  for (const service of endWhatIsDue(course))
    if (course.log.some((seen) => seen.service === service && Date.parse(seen.at) >= course.now))
      lookAround(course, service);
};

/** `ms` go by: sessions end, the network returns, and while something is wrong the feed is read every few minutes. */
export const passTime = (course: Course, ms: number): void => {
  const until = course.now + ms;
  while (course.troubled && until - course.now > 6 * MINUTE) {
    course.now += course.random.between(5, 7) * MINUTE;
    letSessionsEnd(course);
    readFeed(course);
  }
  course.now = until;
  noteReturn(course);
  letSessionsEnd(course);
};

/** Open tabs of linked services ask in the background: their sessions may end without a visit. */
export const planBackgroundEnds = (course: Course): void => {
  const { random, situation } = course;
  for (const fault of situation.faults) {
    if (fault.service === situation.focus || !course.signedIn.has(fault.service)) continue;
    if (fault.ends.how !== 'deleted' || !random.chance(fault.ends.share * 0.4)) continue;
    const at = situation.meets + random.between(-2, 5) * MINUTE;
    if (at > fault.start)
      course.endsToCome.push({ service: fault.service, at, how: 'server', whileClosed: false });
  }
};
