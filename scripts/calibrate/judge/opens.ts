import type { Observation, ObservationOf } from '../../../lib/model/observation.ts';
import type { PageKind } from '../../../lib/model/page-kind.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import { toMillis } from '../../../lib/model/timestamp.ts';

const OPENING_PAGES: readonly PageKind[] = [
  'session-expired',
  'old-password',
  'checkpoint',
  'unusual-login',
  'contact-changed',
  'locked',
  'suspended',
  'rate-limited',
  'error',
  'unavailable',
  'storage-lost',
  'blocked',
];
const ERRORS = ['server-error', 'dns', 'unreachable', 'timeout', 'tls'];
const TOGETHER = 120_000;

/** Reads a log in order of time and tells when an incident of the service opens (ms), by the words of diagnosis.md, "Incidents". */
export const opensAt = (log: readonly Observation[], service: ServiceId, since: number): number | null => {
  let known = false;
  let errors: { at: number; count: number } = { at: -Infinity, count: 0 };
  let badNetworkAt = -Infinity;
  let failedAt = -Infinity;
  for (const seen of log) {
    const at = toMillis(seen.at);
    if (seen.kind === 'connectivity') {
      if (seen.state !== 'online') badNetworkAt = at;
      if (at >= since && badNetworkAt === at && at - failedAt <= TOGETHER) return at;
    }
    if (seen.service !== service) continue;
    if (seen.kind === 'session') known = seen.change !== 'ended' || seen.by !== 'user';
    if (seen.kind === 'page' && seen.page === 'home') known = true;
    if (at < since) continue;
    if (seen.kind === 'session' && seen.change === 'ended' && seen.by !== 'user') return at;
    if (seen.kind === 'answer') return at;
    if (seen.kind === 'page' && OPENING_PAGES.includes(seen.page)) return at;
    if (seen.kind === 'page' && known && (seen.page === 'login' || seen.page === 'public')) return at;
    if (seen.kind !== 'request') continue;
    if (seen.outcome === 'ok') errors = { at: -Infinity, count: 0 };
    if (!isFailure(seen)) continue;
    errors = { at, count: (at - errors.at <= TOGETHER ? errors.count : 0) + (seen.count ?? 1) };
    if (seen.purpose !== 'api') failedAt = at;
    if (errors.count >= 2) return at;
    if (seen.purpose !== 'api' && at - badNetworkAt <= TOGETHER) return at;
  }
  return null;
};

const isFailure = (seen: ObservationOf<'request'>): boolean => ERRORS.includes(seen.outcome);
