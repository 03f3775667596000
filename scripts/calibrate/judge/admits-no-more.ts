import type { Observation } from '../../../lib/model/observation.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { toMillis } from '../../../lib/model/timestamp.ts';

const ORDINARY_PAGES = ['home', 'login', 'public', 'session-expired'];

const isSignOfService = (seen: Observation): boolean => {
  switch (seen.kind) {
    case 'session':
      return (
        seen.change !== 'ended' ||
        (seen.by !== 'server' && seen.by !== 'unknown') ||
        seen.deviceForgotten === true
      );
    case 'page':
      return !ORDINARY_PAGES.includes(seen.page);
    case 'request':
      return seen.outcome !== 'ok';
    case 'answer':
      // "I was signed in" and "I don't know" add nothing to what the log holds.
      return seen.answer !== 'unsure' && !(seen.question === 'was-signed-in' && seen.answer === 'yes');
    case 'feed':
      return (
        seen.state === 'verified' && seen.entry.status !== 'operational' && seen.entry.status !== 'unknown'
      );
    case 'official':
      return seen.status === 'outage' || seen.status === 'degraded';
    default:
      return true;
  }
};

const isSignElsewhere = (seen: Observation): boolean => {
  switch (seen.kind) {
    case 'session':
      return seen.change === 'ended';
    case 'page':
      return !ORDINARY_PAGES.includes(seen.page);
    case 'request':
      return seen.outcome !== 'ok';
    case 'connectivity':
      return seen.state !== 'online';
    case 'clearing':
      return true;
    default:
      return false;
  }
};

/**
 * Whether a record admits no more than S3: a session that the server (or nobody that could be seen) ended, a healthy or
 * unknown service, no further sign. Only what was seen from `since` (ms) on counts.
 */
export const admitsNoMore = (log: readonly Observation[], service: ServiceId, since: number): boolean =>
  !log.some(
    (seen) =>
      toMillis(seen.at) >= since &&
      (seen.service === service ? isSignOfService(seen) : isSignElsewhere(seen)),
  );
