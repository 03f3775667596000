import type { ServiceId } from '../../../lib/model/service-id.ts';
import { MINUTE } from '../truth/start.ts';
import { faultNow, type Course } from './course.ts';
import { endWhatIsDue } from './end-session.ts';
import { lookAround, readFeed } from './look-around.ts';
import { tellPast } from './past.ts';
import { respond } from './respond.ts';
import { trySignIn } from './sign-in.ts';
import { visit } from './visit.ts';

/** Open tabs of linked services ask in the background: their sessions may end without a visit. */
const planBackgroundEnds = (course: Course): void => {
  const { random, situation } = course;
  for (const fault of situation.faults) {
    if (fault.service === situation.focus || !course.signedIn.has(fault.service)) continue;
    if (fault.ends.how !== 'deleted' || !random.chance(fault.ends.share * 0.4)) continue;
    const at = situation.meets + random.between(-2, 5) * MINUTE;
    if (at > fault.start)
      course.endsToCome.push({ service: fault.service, at, how: 'server', whileClosed: false });
  }
};

const passTime = (course: Course, ms: number): void => {
  const until = course.now + ms;
  // While an incident is open the feed is read again every few minutes.
  while (course.troubled && until - course.now > 6 * MINUTE) {
    course.now += course.random.between(5, 7) * MINUTE;
    for (const service of endWhatIsDue(course)) lookAround(course, service);
    readFeed(course);
  }
  course.now = until;
  for (const service of endWhatIsDue(course)) lookAround(course, service);
};

const nextAct = (
  course: Course,
  answersLeft: number,
): 'sign-in' | 'reload' | 'elsewhere' | 'answer' | 'wait' => {
  const { situation, person, signedIn, triesLeft } = course;
  const out = !signedIn.has(situation.focus) && situation.focus !== 'whatsapp';
  return course.random.weighted({
    'sign-in': out && triesLeft > 0 ? 5 : 0,
    reload: 2,
    elsewhere: situation.watched.length > 1 ? 2 * person.curious : 0,
    answer: answersLeft > 0 ? 3 : 0,
    wait: 0.6,
  });
};

const elsewhere = (course: Course): ServiceId =>
  course.random.pick(course.situation.watched.filter((service) => service !== course.situation.focus));

/** Everything from the past to the moment at which the person closes the browser; `course.log` holds what was caught. */
export const tellStory = (course: Course): void => {
  const { random, person, situation } = course;
  tellPast(course);
  planBackgroundEnds(course);
  if (random.chance(0.25)) readFeed(course);
  course.now = situation.meets + 1;
  for (const service of endWhatIsDue(course))
    if (course.log.at(-1)?.service === service) lookAround(course, service);
  course.now += random.around(700, 1.8);
  visit(course, situation.focus);
  let answersLeft = person.answers;
  for (let act = 0; act < person.acts; act += 1) {
    passTime(course, random.around(person.pace, 1.8));
    const doing = nextAct(course, answersLeft);
    if (doing === 'sign-in') trySignIn(course, situation.focus);
    else if (doing === 'reload') visit(course, situation.focus);
    else if (doing === 'elsewhere') visit(course, elsewhere(course));
    else if (doing === 'wait') passTime(course, random.between(2, 20) * MINUTE);
    else {
      respond(course);
      answersLeft -= 1;
    }
    // Who is in again has no reason to go on asking.
    if (
      course.signedIn.has(situation.focus) &&
      doing === 'sign-in' &&
      faultNow(course, situation.focus) === null &&
      random.chance(0.7)
    )
      return;
  }
};
