import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { FEED_STATUSES, type FeedPayload } from '../../lib/model/feed.ts';
import { toMillis } from '../../lib/model/timestamp.ts';

/** What the ingest of a node counted since its start. */
export interface ReportCounts {
  readonly received: number;
  readonly accepted: number;
  readonly shed: number;
  readonly dropped: Readonly<Record<string, number>>;
}

export interface MetricParts {
  readonly feed: () => FeedPayload | null;
  readonly keysDaysLeft: () => number | null;
  readonly reports: () => ReportCounts | null;
  readonly now: () => number;
  /** Memory, processor and event loop of the process too. */
  readonly process: boolean;
}

const gauge = (registry: Registry, name: string, help: string, read: () => number | null): void => {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      const value = read();
      if (value === null) this.reset();
      else this.set(value);
    },
  });
};

/** The metrics of one node. They name services, sources and reasons: never an address, a network or a person. */
export const createMetrics = ({ feed, keysDaysLeft, reports, now, process }: MetricParts) => {
  const registry = new Registry();
  const registers = [registry];
  if (process) collectDefaultMetrics({ register: registry });
  gauge(registry, 'oh_feed_sequence', 'Sequence of the feed that is served', () => feed()?.sequence ?? null);
  gauge(registry, 'oh_feed_age_seconds', 'Seconds since the feed that is served was issued', () => {
    const payload = feed();
    return payload && (now() - toMillis(payload.issuedAt)) / 1000;
  });
  gauge(registry, 'oh_feed_reporting_rate', 'Share of reports that clients are asked for', () => {
    return feed()?.reporting.rate ?? null;
  });
  gauge(registry, 'oh_feed_keyset_days_left', 'Days until readers stop believing the keyset', keysDaysLeft);
  new Gauge({
    name: 'oh_feed_service_status',
    help: '1 for the status that the feed gives a service',
    labelNames: ['service', 'status'],
    registers,
    collect() {
      this.reset();
      for (const [service, entry] of Object.entries(feed()?.services ?? {}))
        for (const status of FEED_STATUSES) this.set({ service, status }, entry.status === status ? 1 : 0);
    },
  });
  new Gauge({
    name: 'oh_feed_reports',
    help: 'Reports since the start, by what became of them',
    labelNames: ['fate'],
    registers,
    collect() {
      const counts = reports();
      if (!counts) return;
      const { received, accepted, shed, dropped } = counts;
      const fates = { received, accepted, shed, ...dropped };
      for (const [fate, count] of Object.entries(fates)) this.set({ fate }, count);
    },
  });
  const count = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  return {
    rounds: count('oh_feed_rounds_total', 'Looks at whether to publish, by outcome', ['outcome']),
    unwitnessed: count('oh_feed_unwitnessed_total', 'Feeds published without a witness', []),
    sources: count('oh_feed_source_reads_total', 'Readings of official sources', ['source', 'result']),
    probes: count('oh_feed_probe_looks_total', 'Looks at front doors', ['probe', 'result']),
    clockJumps: count('oh_feed_clock_jumps_total', 'Times that the wall clock was set', []),
    storeFaults: count('oh_feed_store_faults_total', 'Times that the counts could not be read', []),
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
};
export type FeedMetrics = ReturnType<typeof createMetrics>;
