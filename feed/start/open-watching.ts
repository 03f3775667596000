import type { ServiceId } from '../../lib/model/service-id.ts';
import type { FeedMetrics } from '../metrics/feed-metrics.ts';
import { createProbeBoard } from '../probes/probe-board.ts';
import { createOfficialBoard } from '../sources/official-board.ts';
import type { BoundedFetch } from '../sources/source.ts';
import { createRounds } from '../sources/take-rounds.ts';
import type { EvidenceOfStatus } from '../status/evidence-of-status.ts';
import type { Watched } from './read-sources.ts';
import type { SayChanges } from './say-changes.ts';

export interface Watching {
  /** Starts every reading that is due at `at` (milliseconds since 1970), and ends when those have ended. */
  look(at: number): Promise<void>;
  /** What this machine sees of a service with its own eyes. */
  sees(service: ServiceId, at: number): Pick<EvidenceOfStatus, 'official' | 'probes'>;
}

/** What this machine sees for itself: official sources and front doors. */
export const openWatching = (
  { sources, probes }: Pick<Watched, 'sources' | 'probes'>,
  fetch: BoundedFetch,
  metrics: FeedMetrics,
  say: SayChanges,
): Watching => {
  const official = createOfficialBoard();
  const looks = createProbeBoard();
  const rounds = createRounds({
    sources,
    probes,
    fetch,
    official,
    looks,
    onRead({ name }, result) {
      const outcome = result.ok ? 'ok' : result.fault;
      metrics.sources.inc({ source: name, result: outcome });
      say(`source ${name}`, outcome, !result.ok);
    },
    onLook({ name }, { ok }) {
      metrics.probes.inc({ probe: name, result: ok === null ? 'blind' : ok ? 'ok' : 'failed' });
    },
  });
  return {
    look: (at) => rounds.due(at),
    sees: (service, at) => ({ official: official.best(service, at), probes: looks.latest(service, at) }),
  };
};
