import { timestamp } from '../model/timestamp.ts';
import { pageKind } from '../model/page-kind.ts';
import { toastContent } from '../messaging/toast.ts';
import { z, type Infer } from '../model/zod.ts';
import { portalWitness } from '../sensing/connectivity/captive-portal.ts';
import { openRun } from '../sensing/requests/fold.ts';
import { pendingEnding } from '../sensing/session/ending.ts';
import { signInAttempt } from '../sensing/sign-in/attempt.ts';
import { moments, officialReadings } from './seen-state.ts';

/** Such a page lags behind by a quarter of an hour or more: to ask more often tells nothing sooner. */
export const OFFICIAL_EVERY_MS = 5 * 60_000;

/**
 * What the background remembers between two events while the browser runs; it survives the worker, not the browser.
 * Nothing here is a truth: all of it may be lost, and the log with the cookie jar still give the right verdict, only
 * later. Times are milliseconds since 1970; records are keyed by service id, tabs by id.
 */
export const runState = z.strictObject({
  pendings: z.array(pendingEnding),
  attempts: z.array(signInAttempt),
  runs: z.array(openRun),
  witnesses: z.array(portalWitness),
  loggedOutAt: moments,
  deletedByServerAt: moments,
  /** By store, service and cookie: when a session cookie was last set. */
  sessionSetAt: moments,
  /** By service and cookie: when a device cookie was last replaced; by service: when one was given out anew. */
  deviceReplacedAt: moments,
  deviceRenewedAt: moments,
  endedAt: moments,
  askedFrontDoorAt: moments,
  failedAt: moments,
  /** When a service last answered this browser. */
  seenAt: moments,
  tabPages: z.record(z.string(), pageKind),
  connectivity: z.nullable(
    z.strictObject({ state: z.enum(['online', 'offline', 'captive-portal', 'tampered']), at: timestamp }),
  ),
  /** The reading of the feed that was logged last, and the last one that verified. */
  feedSeen: z.string(),
  feedVerified: z.string(),
  official: officialReadings,
  /** By incident: what its toast says, since when, and whether a page has shown it and the person closed it. */
  toasts: z.record(
    z.string(),
    z.strictObject({ content: toastContent, at: z.number(), shown: z.boolean(), closed: z.boolean() }),
  ),
});
export type RunState = Infer<typeof runState>;

export const EMPTY_RUN_STATE: RunState = {
  pendings: [],
  attempts: [],
  runs: [],
  witnesses: [],
  loggedOutAt: {},
  deletedByServerAt: {},
  sessionSetAt: {},
  deviceReplacedAt: {},
  deviceRenewedAt: {},
  endedAt: {},
  askedFrontDoorAt: {},
  failedAt: {},
  seenAt: {},
  tabPages: {},
  connectivity: null,
  feedSeen: '',
  feedVerified: '',
  official: { askedAt: 0, wait: OFFICIAL_EVERY_MS, words: {} },
  toasts: {},
};
