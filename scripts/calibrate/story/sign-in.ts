import type { PageKind } from '../../../lib/model/page-kind.ts';
import type { LoginOutcome } from '../../../lib/model/observation.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { accountOf, barrierTo, faultNow, note, type Course } from './course.ts';
import { endSession, noteStart } from './end-session.ts';
import { lookAround, noteRequest } from './look-around.ts';
import { notePage, visit } from './visit.ts';

type Outcome = readonly [LoginOutcome, PageKind | null];

const ACCEPTED: Outcome = ['accepted', 'home'];
const WRONG: Outcome = ['rejected', 'wrong-password'];
const OLD: Outcome = ['rejected', 'old-password'];

/** Whether the password that is typed is the one that holds. */
const typesRight = (course: Course, service: ServiceId): boolean | 'old' => {
  const { thief, own } = accountOf(course, service);
  if (!course.random.chance(course.person.typesRight)) return false;
  if (thief?.passwordChanged) return 'old';
  if (own.passwordChanged && own.typesOldOne && !course.knowsNewPassword) {
    course.knowsNewPassword = course.random.chance(0.7);
    return 'old';
  }
  return true;
};

/** What a healthy service answers to this account. */
const healthyOutcome = (course: Course, service: ServiceId): Outcome => {
  const { random } = course;
  const { thief, lock, own } = accountOf(course, service);
  const right = typesRight(course, service);
  if (right === 'old') {
    if (thief && random.chance(thief.contactPage * 0.4)) return ['rejected', 'contact-changed'];
    const said = thief ? thief.oldPasswordSaid : own.passwordChanged ? 0.5 : 0;
    return random.chance(said) ? OLD : WRONG;
  }
  if (!right) return WRONG;
  if (lock && course.now >= lock.at) return ['challenged', lock.page];
  if (thief && random.chance(thief.unusualPage)) return ['challenged', 'unusual-login'];
  if (thief && random.chance(thief.contactPage)) return ['accepted', 'contact-changed'];
  if (course.person.twoFactor) return ['challenged', 'two-factor'];
  return ACCEPTED;
};

const outcomeOf = (course: Course, service: ServiceId): Outcome => {
  const { random } = course;
  const trouble = faultNow(course, service);
  if (!trouble) return healthyOutcome(course, service);
  const { signIn, page } = trouble.fault;
  const dice = random.unit() / Math.max(trouble.level, 0.01);
  if (dice < signIn.refused) return WRONG;
  if (dice < signIn.refused + signIn.error)
    return ['error', random.chance(0.7) ? (page?.kind === 'unavailable' ? 'unavailable' : 'error') : null];
  if (dice < signIn.refused + signIn.error + signIn.stuck)
    return ['challenged', page && page.kind !== 'error' ? page.kind : 'two-factor'];
  return healthyOutcome(course, service);
};

const signedIn = (course: Course, service: ServiceId, by: 'user' | 'unknown'): void => {
  if (course.sensors.cookies) noteStart(course, service, by);
  course.signedIn.add(service);
  if (course.sensors.requests) noteRequest(course, service, 'navigation', 'ok', 300);
  const trouble = faultNow(course, service);
  if (trouble && course.random.chance(trouble.fault.ends.share * trouble.fault.ends.again * trouble.level)) {
    // One person was out again within seconds on 2024-03-05.
    course.now += course.random.around(6_000, 2);
    endSession(course, {
      service,
      at: course.now,
      how: trouble.fault.ends.how === 'deleted' ? 'server' : 'in-page',
      whileClosed: false,
    });
    return notePage(course, service, 'login', 800, true);
  }
  notePage(course, service, 'home', course.random.around(1500, 1.6), true);
};

/** The code of the second factor: mostly right; in the middle of a fault it may never come. */
const enterCode = (course: Course, service: ServiceId): void => {
  const { random } = course;
  course.now += random.around(25_000, 1.6);
  const trouble = faultNow(course, service);
  if (trouble && random.chance((trouble.fault.signIn.stuck + trouble.fault.signIn.refused) * trouble.level))
    return;
  if (!random.chance(0.9)) return;
  const told = random.chance(0.5);
  if (told) note(course, { service, kind: 'login', outcome: 'accepted' });
  signedIn(course, service, told ? 'user' : 'unknown');
};

/** The person sends the sign-in form. */
export const trySignIn = (course: Course, service: ServiceId): void => {
  course.triesLeft -= 1;
  const { limitedUntil } = accountOf(course, service);
  if (barrierTo(course, service)) return visit(course, service);
  if (limitedUntil !== null && course.now < limitedUntil) {
    if (course.sensors.requests) noteRequest(course, service, 'api', 'rate-limited');
    notePage(course, service, 'rate-limited', 400, true);
    return lookAround(course, service);
  }
  const [outcome, page] = outcomeOf(course, service);
  const seen = course.sensors.pages || outcome === 'accepted';
  if (seen) note(course, { service, kind: 'login', outcome });
  if (outcome === 'error' && course.sensors.requests && course.random.chance(0.4))
    noteRequest(course, service, 'api', 'server-error');
  if (outcome === 'accepted') {
    if (page === 'contact-changed') notePage(course, service, page, 0, true);
    return signedIn(course, service, 'user');
  }
  if (page !== null) notePage(course, service, page, 0, true);
  lookAround(course, service);
  if (page === 'two-factor') enterCode(course, service);
};
