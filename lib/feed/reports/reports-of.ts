import type { Observation, ObservationOf } from '../../model/observation.ts';
import { bucketOf, type Report, type ReportKind } from '../../model/report.ts';
import type { ServiceId } from '../../model/service-id.ts';
import { toMillis } from '../../model/timestamp.ts';

const MINUTE = 60_000;

/** A sign-in that works this soon after a forced logout tells that signing in works. */
export const WORKS_AFTER_LOGOUT = 30 * MINUTE;
/** A page that anybody could write counts only after a session that really ended, or a sign-in that was really sent. */
export const AFTER_AN_END = 30 * MINUTE;
/** Errors this close together are one trouble. */
const TOGETHER = 2 * MINUTE;

/** How much of the log before an observation decides what it is a report of, in milliseconds. */
export const REPORT_LOOKS_BACK = Math.max(WORKS_AFTER_LOGOUT, AFTER_AN_END);

interface Context {
  readonly at: number;
  readonly service: ServiceId;
  /** All that was seen in the last half hour, this moment included. */
  readonly recent: readonly Observation[];
}

const within = (context: Context, ms: number) =>
  context.recent.filter((seen) => Math.abs(context.at - toMillis(seen.at)) <= ms);

const ofService = (context: Context, ms: number) =>
  within(context, ms).filter((seen) => seen.service === context.service);

const wasThrownOut = (context: Context): boolean =>
  ofService(context, WORKS_AFTER_LOGOUT).some(
    (seen) => seen.kind === 'session' && seen.change === 'ended' && seen.by === 'server',
  );

const endedOrTried = (context: Context): boolean =>
  ofService(context, AFTER_AN_END).some(
    (seen) =>
      seen.kind === 'login' || (seen.kind === 'session' && seen.change === 'ended' && seen.by !== 'user'),
  );

const serverErrors = (context: Context): number =>
  ofService(context, TOGETHER)
    .filter((seen) => seen.kind === 'request' && seen.outcome === 'server-error')
    .reduce((sum, seen) => sum + ((seen as ObservationOf<'request'>).count ?? 1), 0);

/** Something that came over it says that the network works, and nothing that it does not. */
const networkIsGood = (context: Context): boolean => {
  const near = within(context, TOGETHER);
  const bad = near.some((seen) => seen.kind === 'connectivity' && seen.state !== 'online');
  const good = near.some(
    (seen) =>
      (seen.kind === 'connectivity' && seen.state === 'online') ||
      (seen.kind === 'feed' && seen.state === 'verified') ||
      (seen.kind === 'request' && seen.outcome === 'ok' && seen.service !== context.service),
  );
  return good && !bad;
};

const kindOfPage = ({ page }: ObservationOf<'page'>, context: Context): ReportKind | null => {
  // The service's own error page comes with its server's error; a post that looks like one does not.
  if (page === 'error' || page === 'unavailable')
    return serverErrors(context) > 0 || endedOrTried(context) ? 'errors' : null;
  if (!endedOrTried(context)) return null;
  if (page === 'wrong-password') return 'sign-in-rejected';
  return page === 'suspended' || page === 'locked' ? 'suspended-notice' : null;
};

const kindOfRequest = ({ outcome }: ObservationOf<'request'>, context: Context): ReportKind | null => {
  if (outcome === 'server-error') return serverErrors(context) >= 2 ? 'errors' : null;
  const unreachable = outcome === 'dns' || outcome === 'unreachable' || outcome === 'timeout';
  return unreachable && networkIsGood(context) ? 'unreachable' : null;
};

const kindOf = (seen: Observation, context: Context): ReportKind | null => {
  switch (seen.kind) {
    case 'session':
      return seen.change === 'ended' && seen.by === 'server' ? 'forced-logout' : null;
    case 'login':
      if (seen.outcome === 'rejected') return 'sign-in-rejected';
      return seen.outcome === 'accepted' && wasThrownOut(context) ? 'sign-in-works' : null;
    case 'page':
      return kindOfPage(seen, context);
    case 'request':
      return kindOfRequest(seen, context);
    default:
      return null;
  }
};

/**
 * What `fresh` observations are reports of, each kind of a service once. `recent` is what was seen in the half hour
 * before (see `REPORT_LOOKS_BACK`), `fresh` included. Sites of the person's own are never reported: their names would
 * tell who sends.
 */
export const reportsOf = (
  fresh: readonly Observation[],
  recent: readonly Observation[],
): readonly Report[] => {
  const reports = new Map<string, Report>();
  for (const seen of fresh) {
    const { service } = seen;
    if (service === null || service.startsWith('site:')) continue;
    const at = toMillis(seen.at);
    const kind = kindOf(seen, { at, service, recent });
    if (kind !== null) reports.set(`${service} ${kind}`, { v: 1, service, kind, bucket: bucketOf(at) });
  }
  return [...reports.values()];
};
