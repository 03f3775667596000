import type { ServiceId } from '../../model/service-id.ts';
import { withPending, type PendingEnding } from '../../sensing/session/ending.ts';
import { readChange } from '../../sensing/session/read-change.ts';
import { entryOf, withEntry, type JarView } from '../../sensing/session/session-book.ts';
import { waitingAttempt, withoutAttempt } from '../../sensing/sign-in/attempt.ts';
import { toTimestamp } from '../../model/timestamp.ts';
import { watchedService, type Job } from '../job.ts';

/**
 * Compares the cookie jar with what was known of a service in a store and logs what has changed. A session that is
 * gone without an event becomes a pending ending. Resolves to the jar, or null when it could not be seen.
 * @param wasSet the browser told that all cookies of the session were set: they were, even if the jar has none any more.
 * In an outage a sign-in may be taken back within a second, before the jar is looked at.
 */
export const reconcileSession = async (
  job: Job,
  id: ServiceId,
  store: string,
  wasSet = false,
): Promise<JarView | null> => {
  const service = watchedService(job, id);
  const found = service && (await job.parts.cookies.view(service, store));
  if (!found) return null;
  const jar = wasSet && !entryOf(job.book, store, id)?.present ? { ...found, present: true } : found;

  const attempt = waitingAttempt(job.state.attempts, id, job.at);
  const read = readChange(
    entryOf(job.book, store, id),
    jar,
    { store, service: id },
    job.at,
    attempt ? 'user' : 'unknown',
  );
  job.book = withEntry(job.book, read.entry);
  if (read.observation) {
    if (attempt) {
      job.log.push({ at: toTimestamp(job.at), service: id, kind: 'login', outcome: 'accepted' });
      job.state = { ...job.state, attempts: [...withoutAttempt(job.state.attempts, id, job.at)] };
    }
    job.log.push(read.observation);
  }
  if (jar.present) dropPending(job, id, store);
  else if (read.gone) addPending(job, { store, service: id, cause: 'missing', at: job.at });
  return jar;
};

/** Notes that a session cookie is gone; it counts as an end later or on a second sign. */
export const addPending = (job: Job, pending: PendingEnding): void => {
  job.state = { ...job.state, pendings: [...withPending(job.state.pendings, pending)] };
};

const dropPending = (job: Job, service: ServiceId, store: string): void => {
  const pendings = job.state.pendings.filter(
    (pending) => pending.service !== service || pending.store !== store,
  );
  job.state = { ...job.state, pendings };
};
