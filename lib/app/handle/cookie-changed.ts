import type { CookieChange } from '../../browser/ports.ts';
import { entryOf } from '../../sensing/session/session-book.ts';
import { LOGOUT_EXPLAINS_MS, SETTLE_MS } from '../../sensing/session/ending.ts';
import { watchedService, type Job } from '../job.ts';
import { addPending, reconcileSession } from './reconcile-session.ts';

/**
 * A cookie that a service uses has changed. A removed session cookie waits for a second sign; anything else is read
 * from the jar. Resolves to the ms after which the pending ending should be looked at again, or null.
 */
export const cookieChanged = async (job: Job, change: CookieChange): Promise<number | null> => {
  if (!watchedService(job, change.service)) return null;
  if (change.role === 'device') {
    deviceCookieChanged(job, change);
    return null;
  }
  if (change.role === 'session' && change.removed) {
    // A renewal removes with `overwrite` and sets at once: no end.
    if (change.cause === 'overwrite') return null;
    if (!entryOf(job.book, change.store, change.service)?.present) return null;
    addPending(job, { store: change.store, service: change.service, cause: change.cause, at: job.at });
    // The feed and the front door are asked now, so that they have answered when the end counts.
    if (job.at - (job.state.loggedOutAt[change.service] ?? -Infinity) > LOGOUT_EXPLAINS_MS)
      job.suspects.add(change.service);
    return SETTLE_MS;
  }
  if (!change.removed) await reconcileSession(job, change.service, change.store, isSetWhole(job, change));
  return null;
};

/** The cookies of one session are set by one answer, so this close together. */
const SET_TOGETHER_MS = 5_000;

/** Notes that a session cookie was set; true where with it all that make up the session have been. */
const isSetWhole = (job: Job, { store, service, role, name }: CookieChange): boolean => {
  if (role !== 'session') return false;
  const keyOf = (cookie: string): string => `${store}/${service}/${cookie}`;
  const sessionSetAt = { ...job.state.sessionSetAt, [keyOf(name)]: job.at };
  job.state = { ...job.state, sessionSetAt };
  const cookies = watchedService(job, service)?.sessionCookies ?? [];
  return cookies.every((cookie) => job.at - (sessionSetAt[keyOf(cookie)] ?? -Infinity) <= SET_TOGETHER_MS);
};

/** Both browsers tell a replaced cookie as removed by `overwrite` and then set: this close together. */
const REPLACED_MS = 1_000;

/**
 * A device cookie that is set without having been replaced was not there: this browser had forgotten the device. In
 * Firefox, which tells of no cookie when data are cleared, this is the only trace.
 */
const deviceCookieChanged = (job: Job, { service, name, removed, cause }: CookieChange): void => {
  const key = `${service}/${name}`;
  const { deviceReplacedAt, deviceRenewedAt } = job.state;
  if (removed) {
    if (cause !== 'overwrite') return;
    job.state = { ...job.state, deviceReplacedAt: { ...deviceReplacedAt, [key]: job.at } };
  } else if (job.at - (deviceReplacedAt[key] ?? -Infinity) > REPLACED_MS)
    job.state = { ...job.state, deviceRenewedAt: { ...deviceRenewedAt, [service]: job.at } };
};
