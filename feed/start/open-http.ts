import { createApp } from '../http/create-app.ts';
import { listen, type Listening } from '../http/listen.ts';
import type { GateReason } from '../http/report-gate.ts';
import type { FeedMetrics } from '../metrics/feed-metrics.ts';
import { healthOf } from '../publish/health.ts';
import type { Ingest } from '../reports/ingest.ts';
import type { Settings } from '../settings/settings.ts';
import { createPages } from './draw-page.ts';
import { handleRequests } from './handle-requests.ts';
import type { KeyHolder } from './open-keys.ts';
import { StartRefused } from './refusal.ts';
import type { Current } from './serve-current.ts';

export interface HttpParts {
  readonly settings: Settings;
  readonly current: Current;
  readonly keys: KeyHolder;
  readonly ingest: Ingest | null;
  readonly desk: ((signed: Uint8Array) => Promise<{ status: number; json: unknown }>) | null;
  readonly metrics: FeedMetrics;
  readonly dropped: (reason: GateReason) => void;
  readonly now: () => number;
}

/** A witness has no feed to be judged by. */
const WITNESS_HEALTH = { ok: true, feedAgeSeconds: null, sequence: null };

/** Begins to answer. @throws StartRefused when the address cannot be had */
export const openHttp = async (parts: HttpParts): Promise<Listening> => {
  const { settings, current, keys, ingest, desk, metrics, dropped, now } = parts;
  const { host, port, role, trustProxy, regionHeader } = settings;
  const app = createApp({
    feed: current.feed,
    keys: keys.file,
    page: createPages(current.payload, now),
    health: () => (role === 'witness' ? WITNESS_HEALTH : healthOf(current.payload(), now())),
    metrics: metrics.read,
    report: ingest && ((body) => ingest.accept(body, '', null)),
    dropped,
    witness: desk,
  });
  const accept = ingest?.accept ?? null;
  const hot = { feed: current.feed, accept, dropped, trustProxy, regionHeader };
  try {
    return await listen(handleRequests(app, hot), host, port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const why = code === 'EADDRINUSE' ? 'something else listens there' : code;
    throw new StartRefused(`${host}, port ${port}: ${why}. --port takes another, 0 any free one.`);
  }
};
