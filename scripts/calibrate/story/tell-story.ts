import type { ServiceId } from '../../../lib/model/service-id.ts';
import { MINUTE } from '../truth/start.ts';
import { accountOf, faultNow, type Course } from './course.ts';
import { readFeed } from './look-around.ts';
import { letSessionsEnd, passTime, planBackgroundEnds } from './pass-time.ts';
import { tellPast } from './past.ts';
import { respond } from './respond.ts';
import { trySignIn } from './sign-in.ts';
import { visit } from './visit.ts';

type Act = 'sign-in' | 'reload' | 'elsewhere' | 'answer' | 'wait';

const isOut = (course: Course): boolean => !course.signedIn.has(course.situation.focus);

const nextAct = (course: Course, answersLeft: number): Act => {
  const { situation, person, triesLeft } = course;
  const maySignIn = isOut(course) && situation.focus !== 'whatsapp' && triesLeft > 0;
  return course.random.weighted<Act>({
    'sign-in': maySignIn ? 5 : 0,
    reload: 2,
    elsewhere: situation.watched.length > 1 ? 2 * person.curious : 0,
    answer: answersLeft > 0 ? 3 : 0,
    wait: 0.6,
  });
};

const otherService = (course: Course): ServiceId =>
  course.random.pick(course.situation.watched.filter((service) => service !== course.situation.focus));

const carryOut = (course: Course, act: Act): void => {
  const { focus } = course.situation;
  if (act === 'sign-in') trySignIn(course, focus);
  else if (act === 'reload') visit(course, focus);
  else if (act === 'elsewhere') visit(course, otherService(course));
  else if (act === 'answer') respond(course);
  else passTime(course, course.random.between(2, 20) * MINUTE);
};

const hasSaidSo = ({ log, situation }: Course): boolean =>
  log.some((seen) => seen.kind === 'answer' && seen.service === situation.focus && seen.answer === 'yes');

const isRefused = ({ log, situation }: Course): boolean =>
  log.filter(
    (seen) => seen.kind === 'login' && seen.service === situation.focus && seen.outcome === 'rejected',
  ).length >= 2;

/** Everything from the past to the moment at which the person closes the browser; `course.log` holds what was caught. */
export const tellStory = (course: Course): void => {
  const { random, person, situation } = course;
  tellPast(course);
  planBackgroundEnds(course);
  if (random.chance(0.25)) readFeed(course);
  course.now = situation.meets + 1;
  letSessionsEnd(course);
  course.now += random.around(700, 1.8);
  visit(course, situation.focus);
  const { passwordChanged, everywhere } = accountOf(course, situation.focus).own;
  const knows = !person.mute && (passwordChanged || everywhere) && random.chance(0.75);
  let answersLeft = person.mute ? 0 : knows ? Math.max(4, person.answers) : person.answers;
  let actsLeft = person.acts;
  let worried = false;
  while (actsLeft > 0) {
    actsLeft -= 1;
    passTime(course, random.around(person.pace, 1.8));
    // Who did it goes on answering, before anything else, until it has been said.
    const act = knows && answersLeft > 0 && !hasSaidSo(course) ? 'answer' : nextAct(course, answersLeft);
    carryOut(course, act);
    if (act === 'answer') answersLeft -= 1;
    // Who is in again has no reason to go on asking.
    if (act === 'sign-in' && !isOut(course) && !faultNow(course, situation.focus) && random.chance(0.7))
      return;
    // Whose right password is refused again and again begins to read, and to answer.
    if (!worried && isRefused(course)) {
      worried = true;
      if (!person.mute && random.chance(0.55)) {
        answersLeft = Math.max(answersLeft, random.integer(1, 4));
        actsLeft = Math.max(actsLeft, answersLeft + 1);
      }
    }
  }
  // Who is still shut out leaves the browser open, and the extension goes on reading.
  if ((isOut(course) || faultNow(course, situation.focus)) && random.chance(0.65))
    passTime(course, random.between(2, 20) * MINUTE);
};
