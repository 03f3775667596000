import type { AnsweredRequest, FailedRequest, SeenRequest } from '../../browser/ports.ts';
import type { ObservationOf, RequestOutcome } from '../../model/observation.ts';
import type { ServiceId } from '../../model/service-id.ts';
import { toTimestamp } from '../../model/timestamp.ts';
import { foldRequest } from '../../sensing/requests/fold.ts';
import { outcomeOfStatus, readNetworkError } from '../../sensing/requests/outcome.ts';
import { outcomeOfSignInStatus, waitingAttempt, withoutAttempt } from '../../sensing/sign-in/attempt.ts';
import { watchedService, type Job } from '../job.ts';
import { noteConnectivity, noteWitness } from './connectivity.ts';

/** Failures this young make a success worth a line. */
const RECENT_MS = 5 * 60_000;

const OF_THE_SERVICE: readonly RequestOutcome[] = ['server-error', 'dns', 'unreachable', 'timeout', 'tls'];

/** Logs a request of a service, runs of the same outcome folded. */
export const logRequest = (
  job: Job,
  service: ServiceId,
  request: Pick<ObservationOf<'request'>, 'purpose' | 'outcome'> & { status?: number; count?: number },
): void => {
  const folded = foldRequest(job.state.runs, {
    at: toTimestamp(job.at),
    service,
    kind: 'request',
    ...request,
  });
  job.state = { ...job.state, runs: [...folded.runs] };
  job.log.push(...folded.log);
  if (!OF_THE_SERVICE.includes(request.outcome)) return;
  job.state = { ...job.state, failedAt: { ...job.state.failedAt, [service]: job.at } };
  job.suspects.add(service);
};

/** Whether a successful request is worth a line: while something is wrong, and not on every ordinary page. */
const successMatters = (job: Job): boolean =>
  job.open.length > 0 || Object.values(job.state.failedAt).some((at) => job.at - at <= RECENT_MS);

/** A page of a service was answered. */
export const navigationAnswered = (job: Job, seen: AnsweredRequest): void => {
  const outcome = outcomeOfStatus(seen.status);
  if (!watchedService(job, seen.service) || outcome === null) return;
  if (outcome === 'ok') job.state = { ...job.state, seenAt: { ...job.state.seenAt, [seen.service]: job.at } };
  if ((outcome === 'ok' || outcome === 'client-error') && !successMatters(job)) return;
  logRequest(job, seen.service, { purpose: 'navigation', outcome, status: seen.status });
};

/** A page of a service could not be loaded. */
export const navigationFailed = (job: Job, seen: FailedRequest): void => {
  if (!watchedService(job, seen.service)) return;
  const reading = readNetworkError(seen.error);
  if (reading === null) return;
  if (reading === 'offline') {
    noteConnectivity(job, 'offline');
    logRequest(job, seen.service, { purpose: 'navigation', outcome: 'unreachable' });
    return;
  }
  noteConnectivity(job, job.parts.online() ? 'online' : 'offline');
  logRequest(job, seen.service, { purpose: 'navigation', outcome: reading });
  if (reading === 'tls') noteWitness(job, seen.service);
};

/** On a busy machine the page's word that a form was sent may come after the session that it brought. */
const LATE_WORD_MS = 10_000;

const hasJustStarted = (job: Job, service: ServiceId): boolean =>
  job.book.some(
    (entry) => entry.service === service && entry.present && job.at - entry.changedAt <= LATE_WORD_MS,
  );

/** A sign-in form was sent (seen in the page or as a request): its outcome is awaited, unless it is there already. */
export const signInSent = (job: Job, service: ServiceId): void => {
  if (!watchedService(job, service) || hasJustStarted(job, service)) return;
  const others = withoutAttempt(job.state.attempts, service, job.at);
  job.state = { ...job.state, attempts: [...others, { service, at: job.at }] };
};

/** The answer to a sign-in request: only a server error tells something by its status. */
export const signInAnswered = (job: Job, seen: AnsweredRequest): void => {
  const outcome = outcomeOfSignInStatus(seen.status);
  if (!watchedService(job, seen.service)) return;
  if (seen.status === 429)
    logRequest(job, seen.service, { purpose: 'api', outcome: 'rate-limited', status: 429 });
  if (outcome === null || !waitingAttempt(job.state.attempts, seen.service, job.at)) return;
  job.state = { ...job.state, attempts: [...withoutAttempt(job.state.attempts, seen.service, job.at)] };
  job.log.push({ at: toTimestamp(job.at), service: seen.service, kind: 'login', outcome });
  logRequest(job, seen.service, { purpose: 'api', outcome: 'server-error', status: seen.status });
};

/** The person signed out: the request to the service's own sign-out address was sent. */
export const signOutSent = (job: Job, seen: SeenRequest): void => {
  if (!watchedService(job, seen.service)) return;
  job.state = { ...job.state, loggedOutAt: { ...job.state.loggedOutAt, [seen.service]: job.at } };
  job.log.push({ at: toTimestamp(job.at), service: seen.service, kind: 'logout', scope: 'here' });
};

/** Failed requests that a page saw on its own origin. */
export const failedRequests = (
  job: Job,
  service: ServiceId,
  counts: { serverErrors: number; clientErrors: number; rateLimited: number },
): void => {
  if (!watchedService(job, service)) return;
  const say = (outcome: RequestOutcome, count: number) => {
    if (count > 0) logRequest(job, service, { purpose: 'api', outcome, count });
  };
  say('server-error', counts.serverErrors);
  say('rate-limited', counts.rateLimited);
};
