import type { Question } from '../../../lib/model/question.ts';
import { answerOf } from '../person/answer.ts';
import { accountOf, note, type Course } from './course.ts';

/** How likely each question is to be put: after what was seen, a popup asks about that. The engine's own order is not used. */
const weightsNow = (course: Course): Record<Question, number> => {
  const { person } = course;
  const { focus } = course.situation;
  const saw = (page: string) =>
    course.log.some((seen) => seen.kind === 'page' && seen.service === focus && seen.page === page);
  // Whoever knows what happened looks for the question that lets them say it.
  const { own, thief } = accountOf(course, focus);
  return {
    'changed-password-yourself': saw('old-password') ? 20 : own.passwordChanged ? 30 : 3,
    'changed-contact-yourself': saw('contact-changed') ? 20 : 0.5,
    'logged-out-everywhere-yourself': own.everywhere ? 30 : 2,
    'cleared-browser-data': 1.5,
    'security-email-unrecognised': thief?.mail && person.looksAtMail ? 8 : 3,
    'posts-or-messages-not-yours': thief?.posts ? 6 : 1.5,
    'works-on-another-device': 3,
    'contacts-also-affected': 2,
    // Who wonders at a sign-in page presses "I was signed out".
    'was-signed-in': course.log.some((seen) => seen.kind === 'logout') ? 20 : 0.5,
  };
};

/** The person answers one more question of the popup. */
export const respond = (course: Course): void => {
  const { focus } = course.situation;
  const weights = weightsNow(course);
  for (const seen of course.log)
    if (seen.kind === 'answer' && seen.service === focus) weights[seen.question] = 0.03;
  const question = course.random.weighted(weights);
  const answer = answerOf(course.random, question, course.situation, course.person, course.now);
  note(course, { service: focus, kind: 'answer', question, answer });
  course.troubled = true;
};
