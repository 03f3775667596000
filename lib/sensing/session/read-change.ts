import type { ObservationOf } from '../../model/observation.ts';
import type { ServiceId } from '../../model/service-id.ts';
import { toTimestamp } from '../../model/timestamp.ts';
import type { JarView, SessionEntry } from './session-book.ts';

export interface ChangeRead {
  readonly entry: SessionEntry;
  /** What is to be logged, or null when nothing happened to the session. */
  readonly observation: ObservationOf<'session'> | null;
  /** The session was there and is gone; the caller decides whether and how it ended. */
  readonly gone: boolean;
}

/**
 * Compares what was known with what the jar holds at `at` (ms). A session that is seen for the first time has
 * started at an unknown hand; another account in its place has switched. A vanished one is only reported as gone:
 * who ended it needs more signs.
 */
export const readChange = (
  known: SessionEntry | null,
  jar: JarView,
  where: { store: string; service: ServiceId },
  at: number,
  by: 'user' | 'unknown',
): ChangeRead => {
  const wasPresent = known?.present ?? false;
  const entry: SessionEntry = {
    ...where,
    present: jar.present || wasPresent,
    account: jar.present ? jar.account : (known?.account ?? null),
    device: jar.present ? jar.device : (known?.device ?? jar.device),
    endsAt: jar.present ? jar.endsAt : (known?.endsAt ?? null),
    changedAt: known?.changedAt ?? at,
  };
  if (wasPresent && !jar.present) return { entry, observation: null, gone: true };
  if (!jar.present) return { entry: { ...entry, present: false }, observation: null, gone: false };

  const say = (change: 'started' | 'switched', hand: 'user' | 'unknown'): ChangeRead => ({
    entry: { ...entry, changedAt: at },
    gone: false,
    observation: {
      at: toTimestamp(at),
      service: where.service,
      kind: 'session',
      change,
      by: hand,
      ...(jar.account === null ? {} : { account: jar.account }),
    },
  });
  if (!wasPresent) return say('started', by);
  const switched = known?.account !== null && jar.account !== null && known?.account !== jar.account;
  return switched ? say('switched', by) : { entry, observation: null, gone: false };
};
