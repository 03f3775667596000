import type { ObservationOf, SessionEnding } from '../../model/observation.ts';
import { toTimestamp } from '../../model/timestamp.ts';
import { attributeEnding, isSettled, TOGETHER_MS, type PendingEnding } from '../../sensing/session/ending.ts';
import { entryOf, withEntry, type JarView, type SessionEntry } from '../../sensing/session/session-book.ts';
import { watchedService, type Job } from '../job.ts';

/** A device cookie given out anew this shortly before belongs to the same wipe. */
const DEVICE_RENEWED_MS = 10_000;

interface Ended {
  readonly pending: PendingEnding;
  readonly by: SessionEnding;
}

/** What tells how a session cookie went. */
export const answerSeen = (job: Job, { service }: PendingEnding) => ({
  deletedByServerAt: job.state.deletedByServerAt[service] ?? null,
  explicitMeansLocal: job.parts.explicitMeansLocal,
});

/** The pending endings that have settled by now, with those that vanished together with one of them. */
export const settled = (job: Job): readonly PendingEnding[] => {
  const { pendings } = job.state;
  const due = pendings.filter((pending) => isSettled(pending, job.at, answerSeen(job, pending)));
  return pendings.filter((pending) =>
    due.some((other) => other === pending || Math.abs(other.at - pending.at) <= TOGETHER_MS),
  );
};

/**
 * Decides of session cookies that are gone whether their session has ended, who ended it, and logs it. A cookie that
 * is back was only blanked for a moment; a jar that cannot be read says nothing.
 */
export const confirmEndings = async (
  job: Job,
  pendings: readonly PendingEnding[],
  browserStarted = false,
): Promise<void> => {
  if (pendings.length === 0) return;
  job.state = {
    ...job.state,
    pendings: job.state.pendings.filter((pending) => !pendings.includes(pending)),
  };
  const ended: Ended[] = [];
  for (const pending of pendings) {
    const service = watchedService(job, pending.service);
    const jar = service && (await job.parts.cookies.view(service, pending.store));
    const known = entryOf(job.book, pending.store, pending.service);
    if (!jar || jar.present || !known?.present) continue;
    if (await isLogged(job, pending, known)) {
      job.book = withEntry(job.book, { ...known, present: false, changedAt: pending.at });
      continue;
    }
    ended.push({ pending, by: logEnding(job, pending, known, jar, browserStarted) });
    // What the page says counts now that the end does.
    if (pending.secondSign !== undefined) job.askAgain.add(pending.secondSign);
  }
  logClearing(job, ended);
};

/**
 * The worker was killed after the end was logged and before the book was written: it must not be logged twice. What is
 * still pending has the time under which it was logged; what was found missing may have been logged at any time.
 */
const isLogged = async (job: Job, pending: PendingEnding, known: SessionEntry): Promise<boolean> =>
  (await job.parts.log.read(known.changedAt, job.at)).some(
    (seen) =>
      seen.kind === 'session' &&
      seen.service === known.service &&
      seen.change === 'ended' &&
      (pending.cause === 'missing' || seen.at === toTimestamp(pending.at)),
  );

/** The session went without an event, and meanwhile the service took this browser for a new one. */
const isNewDevice = (job: Job, { cause, service }: PendingEnding, known: SessionEntry): boolean => {
  const renewedAt = job.state.deviceRenewedAt[service];
  return (
    cause === 'missing' &&
    renewedAt !== undefined &&
    renewedAt > known.changedAt &&
    job.at - renewedAt <= DEVICE_RENEWED_MS
  );
};

const logEnding = (
  job: Job,
  pending: PendingEnding,
  known: SessionEntry,
  jar: JarView,
  browserStarted: boolean,
): SessionEnding => {
  const { service, at } = pending;
  const deviceForgotten = known.device && (!jar.device || isNewDevice(job, pending, known));
  const by = attributeEnding(pending, {
    loggedOutAt: job.state.loggedOutAt[service] ?? null,
    ...answerSeen(job, pending),
    deviceForgotten,
    endsAt: known.endsAt,
    browserStarted,
  });
  job.log.push({
    at: toTimestamp(at),
    service,
    kind: 'session',
    change: 'ended',
    by,
    ...(known.account === null ? {} : { account: known.account }),
    ...(deviceForgotten ? { deviceForgotten } : {}),
  } satisfies ObservationOf<'session'>);
  job.book = withEntry(job.book, { ...known, present: false, changedAt: at });
  job.state = { ...job.state, endedAt: { ...job.state.endedAt, [service]: at } };
  if (by !== 'user') job.suspects.add(service);
  return by;
};

/** Sessions of several services that this browser removed at once were cleared together. */
const logClearing = (job: Job, ended: readonly Ended[]): void => {
  const local = ended.filter(({ by }) => by === 'browser');
  const sites = new Set(local.map(({ pending }) => pending.service)).size;
  if (sites < 2) return;
  const at = Math.max(...local.map(({ pending }) => pending.at));
  job.log.push({ at: toTimestamp(at), service: null, kind: 'clearing', sites });
};
