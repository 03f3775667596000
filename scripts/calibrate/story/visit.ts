import type { PageKind } from '../../../lib/model/page-kind.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { accountOf, barrierTo, faultNow, note, type Course } from './course.ts';
import { endSession } from './end-session.ts';
import { lookAround, meetBlock, noteRequest } from './look-around.ts';
import { noteNetwork, noteWitness } from './network-news.ts';

/** A page that a content script reports. The same page again in the same tab is no news, unless it answers something. */
export const notePage = (
  course: Course,
  service: ServiceId,
  page: PageKind,
  after: number,
  news = false,
): void => {
  const known = course.lastPage.get(service) === page;
  course.lastPage.set(service, page);
  if (!course.sensors.pages || (known && !news && course.random.chance(0.7))) return;
  if (page === 'home' && !course.troubled) return;
  note(course, { service, kind: 'page', page }, after);
};

/** The network stands in the way; what the browser says of it. */
const meetBarrier = (
  course: Course,
  service: ServiceId,
  barrier: NonNullable<ReturnType<typeof barrierTo>>,
): void => {
  const { random } = course;
  const failed = (outcome: 'dns' | 'unreachable' | 'timeout' | 'tls', after = 0) => {
    noteNetwork(course, 'online');
    if (course.sensors.requests) noteRequest(course, service, 'navigation', outcome, after);
  };
  if (barrier === 'offline') {
    noteNetwork(course, 'offline');
    if (course.sensors.requests) noteRequest(course, service, 'navigation', 'unreachable', 10);
  } else if (barrier === 'captive-portal') {
    failed('tls', 0);
    noteWitness(course, service, 0);
  } else if (barrier === 'no-names') failed('dns');
  else if (barrier === 'lossy') failed(random.pick(['timeout', 'timeout', 'unreachable']), 8000);
  else if (random.chance(0.55)) {
    notePage(course, service, 'blocked', random.around(900, 1.6));
    if (course.sensors.requests && course.troubled)
      noteRequest(course, service, 'navigation', 'client-error');
  } else {
    noteNetwork(course, 'online');
    if (course.sensors.requests) meetBlock(course, service, 'navigation', 0);
  }
};

/** The page of those who are signed out: a session that was let go may be called expired, one that was cleared is not known. */
const signedOutPage = (course: Course, service: ServiceId): PageKind => {
  const how = course.endedHow.get(service) ?? 'server';
  if (how === 'in-page')
    return course.random.weighted<PageKind>({ 'session-expired': 55, login: 40, public: 5 });
  const letGo = how === 'server' || how === 'expiry';
  return course.random.weighted<PageKind>({
    login: 68,
    'session-expired': letGo ? (service === 'facebook' ? 24 : 10) : 0,
    public: 12,
  });
};

/** What the account's own state shows in place of everything else, or null. */
const accountPage = (course: Course, service: ServiceId): PageKind | null => {
  const { lock, limitedUntil } = accountOf(course, service);
  if (limitedUntil !== null && course.now < limitedUntil) return 'rate-limited';
  if (lock && course.now >= lock.at) return lock.page;
  return null;
};

/** A page that is loaded in spite of everything: what the person meets there. */
const meetPage = (course: Course, service: ServiceId): PageKind => {
  const { random, situation } = course;
  const trouble = faultNow(course, service);
  if (service === 'whatsapp' && situation.storageLostAt !== null) return 'storage-lost';
  if (trouble?.fault.page && random.chance(trouble.fault.page.share * trouble.level))
    return trouble.fault.page.kind;
  const own = accountPage(course, service);
  if (own !== null && random.chance(course.signedIn.has(service) || own === 'rate-limited' ? 0.95 : 0.6))
    return own;
  if (course.signedIn.has(service)) return 'home';
  const known = course.lastPage.get(service);
  if ((known === 'login' || known === 'public') && random.chance(0.85)) return known;
  return signedOutPage(course, service);
};

/** The fault takes the session as it is used. True when it did. */
const loseToFault = (course: Course, service: ServiceId): boolean => {
  const trouble = faultNow(course, service);
  if (!trouble || !course.signedIn.has(service)) return false;
  const { share, how, again } = trouble.fault.ends;
  const risk = course.lostToFault.has(service) ? again * share : share;
  if (!course.random.chance(risk * Math.max(trouble.level, 0.3))) return false;
  course.lostToFault.add(service);
  endSession(course, {
    service,
    at: course.now,
    how: how === 'deleted' ? 'server' : 'in-page',
    whileClosed: false,
  });
  notePage(course, service, signedOutPage(course, service), course.random.around(900, 1.8), true);
  return true;
};

/** The person opens or reloads the service. */
export const visit = (course: Course, service: ServiceId): void => {
  const { random } = course;
  const barrier = barrierTo(course, service);
  if (barrier && !(barrier === 'lossy' && random.chance(0.3))) {
    meetBarrier(course, service, barrier);
    return lookAround(course, service);
  }
  const trouble = faultNow(course, service);
  const wire = trouble?.fault.wire;
  const lost = loseToFault(course, service);
  if (wire && random.chance(wire.share * trouble.level)) {
    const outcome = random.pick(wire.outcomes);
    // A page sees only the status of its own requests: what never arrived is seen as a navigation.
    const purpose = lost || outcome !== 'server-error' || random.chance(0.6) ? 'navigation' : 'api';
    const after = outcome === 'timeout' ? 9000 : 60;
    if (outcome !== 'server-error') noteNetwork(course, 'online', after - 10);
    if (course.sensors.requests || purpose === 'api') {
      noteRequest(course, service, purpose, outcome, after);
      if (random.chance(0.5))
        noteRequest(course, service, purpose, outcome, after + 5100, random.integer(1, 8));
    }
    const showsError = outcome === 'server-error' && trouble.fault.page && random.chance(0.6);
    if (showsError && trouble.fault.page)
      notePage(course, service, trouble.fault.page.kind, after + random.around(700, 1.8), true);
    return lookAround(course, service);
  }
  if (lost) return lookAround(course, service);
  const page = meetPage(course, service);
  if (page === 'rate-limited') noteRequest(course, service, 'api', 'rate-limited', 20, random.integer(1, 6));
  else if (course.troubled && course.sensors.requests) noteRequest(course, service, 'navigation', 'ok', 50);
  notePage(course, service, page, random.around(900, 1.8));
  if (page !== 'home') lookAround(course, service);
};
