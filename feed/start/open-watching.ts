import type { ServiceId } from '../../lib/model/service-id.ts';
import type { FeedMetrics } from '../metrics/feed-metrics.ts';
import { createProbeBoard } from '../probes/probe-board.ts';
import { createOfficialBoard } from '../sources/official-board.ts';
import type { BoundedFetch } from '../sources/source.ts';
import { createRounds } from '../sources/take-rounds.ts';
import type { EvidenceOfStatus } from '../status/evidence-of-status.ts';
import type { History } from '../store/history.ts';
import type { Watched } from './read-sources.ts';
import { keepSights, recallSights } from './remember-sights.ts';
import type { SayChanges } from './say-changes.ts';

/** How often the times at which things were seen are kept, in milliseconds. What is seen to change is kept at once. */
const KEEP_EVERY = 60_000;

export interface Watching {
  /** Starts every reading that is due at `at` (milliseconds since 1970), and ends when those have ended. */
  look(at: number): Promise<void>;
  /** What this machine sees of a service with its own eyes. */
  sees(service: ServiceId, at: number): Pick<EvidenceOfStatus, 'official' | 'probes'>;
}

/** What this machine sees for itself: official sources and front doors. */
export const openWatching = (
  { sources, probes, services }: Watched,
  fetch: BoundedFetch,
  history: History,
  metrics: FeedMetrics,
  say: SayChanges,
): Watching => {
  const boards = { official: createOfficialBoard(), looks: createProbeBoard() };
  recallSights(boards, sources, history);
  const { official, looks } = boards;
  const sees: Watching['sees'] = (service, at) => ({
    official: official.best(service, at),
    probes: looks.latest(service, at),
  });
  let lookedAt = 0;
  let kept = { at: Number.NEGATIVE_INFINITY, gist: '' };
  /** At once when something changes, before it can be published: so no start falls behind what readers know. */
  const keep = (): void => {
    const gist = JSON.stringify(services.map((service) => sees(service, lookedAt)));
    if (gist === kept.gist && Math.abs(lookedAt - kept.at) < KEEP_EVERY) return;
    kept = { at: lookedAt, gist };
    keepSights(boards, history);
  };
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
      keep();
    },
    onLook({ name }, { ok }) {
      metrics.probes.inc({ probe: name, result: ok === null ? 'blind' : ok ? 'ok' : 'failed' });
      keep();
    },
  });
  return {
    look(at) {
      lookedAt = at;
      return rounds.due(at);
    },
    sees,
  };
};
