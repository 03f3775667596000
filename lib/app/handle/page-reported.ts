import type { ContentSender } from '../../browser/ports.ts';
import type { PageKind } from '../../model/page-kind.ts';
import type { ServiceId } from '../../model/service-id.ts';
import { toTimestamp } from '../../model/timestamp.ts';
import { isSecondSign, mayCount } from '../../sensing/pages/page-gate.ts';
import { ANSWER_WAIT_MS, awaitsAnswer, type PendingEnding } from '../../sensing/session/ending.ts';
import { isSignedInAnywhere, wasEverSignedIn } from '../../sensing/session/session-book.ts';
import { outcomeOfPage, waitingAttempt, withoutAttempt } from '../../sensing/sign-in/attempt.ts';
import { isSecurityAddress, serviceOfUrl, type ServiceDefinition } from '../../services/index.ts';
import { openIncident, watchedService, watchedServices, type Job } from '../job.ts';
import { followWithToast } from '../toasts.ts';
import { answerSeen, confirmEndings } from './confirm-endings.ts';
import { addPending, reconcileSession } from './reconcile-session.ts';

/** An end counts as "lately" for what a page may say about the account. */
const LATELY_MS = 24 * 3_600_000;

/**
 * A content script has classified the page of a tab; `page` is null when it could not tell. A toast that stood on the
 * page before follows to this one.
 */
export const pageReported = async (job: Job, page: PageKind | null, sender: ContentSender): Promise<void> => {
  const service = serviceOfUrl(sender.url);
  if (!service || !watchedService(job, service.id)) return;
  await readPage(job, service, page, sender);
  await followWithToast(job, service.id, sender.tabId);
};

const readPage = async (
  job: Job,
  service: ServiceDefinition,
  page: PageKind | null,
  sender: ContentSender,
): Promise<void> => {
  const jar = await reconcileSession(job, service.id, sender.store);
  if (page === null) return;
  if (isSecondSign(page) && !(await endTogether(job, service.id, sender))) return;
  if (!mayCount(page, circumstances(job, service, sender))) return;
  if (page === 'home' && (!jar?.present || isElsewhere(job, service.id, sender.store))) return;

  const told = logOutcome(job, service.id, page);
  const before = job.state.tabPages[sender.tabId];
  job.state = { ...job.state, tabPages: { ...job.state.tabPages, [sender.tabId]: page } };
  // The same page in the same tab is no new fact, unless it answers a sign-in.
  if (before === page && !told) return;
  // An ordinary page of a signed-in person is worth a line only while something is being watched.
  if (page === 'home' && !openIncident(job, service.id)) return;
  job.log.push({ at: toTimestamp(job.at), service: service.id, kind: 'page', page });
  if (page !== 'home') job.suspects.add(service.id);
};

/**
 * The page is the second sign of an end. One that was found without an event may be one of several: the other
 * services of that store are looked at too, so that what was cleared together is seen together. Resolves to false
 * while it is to be learned how the cookie went: the page is asked again then.
 */
const endTogether = async (
  job: Job,
  service: ServiceId,
  { store, tabId }: ContentSender,
): Promise<boolean> => {
  const ofStore = () => job.state.pendings.filter((pending) => pending.store === store);
  const own = ofStore().find((pending) => pending.service === service);
  if (!own) return true;
  if (awaitsAnswer(own, answerSeen(job, own)) && job.at - own.at < ANSWER_WAIT_MS) {
    addPending(job, { ...own, secondSign: tabId });
    return false;
  }
  if (own.cause === 'missing')
    for (const other of watchedServices(job.parts.services, job.settings))
      if (other.id !== service) await reconcileSession(job, other.id, store);
  const together = (pending: PendingEnding) => own.cause === 'missing' && pending.cause === 'missing';
  await confirmEndings(
    job,
    ofStore().filter((pending) => pending === own || together(pending)),
  );
  return true;
};

const circumstances = (job: Job, service: ServiceDefinition, sender: ContentSender) => {
  const { id } = service;
  const endedAt = job.state.endedAt[id];
  const endedLately = endedAt !== undefined && job.at - endedAt <= LATELY_MS;
  return {
    onSecurityAddress: isSecurityAddress(service, sender.url),
    afterEndOrSignIn: endedLately || waitingAttempt(job.state.attempts, id, job.at) !== null,
    sessionKnown: isSignedInAnywhere(job.book, id) || (wasEverSignedIn(job.book, id) && endedLately),
    incidentOpen: openIncident(job, id) !== null,
  };
};

/** A page of another container, where another session lives on, says nothing of the one that ended. */
const isElsewhere = (job: Job, service: ServiceId, store: string): boolean => {
  const incident = openIncident(job, service);
  const opened = incident ? Date.parse(incident.openedAt) : Infinity;
  return job.book.some(
    (entry) =>
      entry.service === service &&
      entry.store !== store &&
      !entry.present &&
      entry.changedAt >= opened - 10_000,
  );
};

/** Logs what became of a sent sign-in, if the page tells; true when it did. */
const logOutcome = (job: Job, service: ServiceId, page: PageKind): boolean => {
  const outcome = outcomeOfPage(page);
  if (outcome === null || !waitingAttempt(job.state.attempts, service, job.at)) return false;
  job.state = { ...job.state, attempts: [...withoutAttempt(job.state.attempts, service, job.at)] };
  job.log.push({ at: toTimestamp(job.at), service, kind: 'login', outcome });
  return true;
};
