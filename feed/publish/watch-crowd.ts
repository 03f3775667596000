import type { FeedPayload } from '../../lib/model/feed.ts';
import { bucketOf, REPORT_BUCKET_SECONDS } from '../../lib/model/report.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import type { CrowdReading } from '../crowd/crowd-reading.ts';
import type { BucketCount, CountStore } from '../store/count-store.ts';
import { within } from './within.ts';

/** The detector as the publisher uses it: a state of its own kind, kept between minutes. */
export interface Detector<State> {
  readonly bucketsNeeded: (at: number) => readonly number[];
  readonly observeMinute: (
    state: State | null,
    counts: readonly BucketCount[],
    at: number,
    settings: FeedPayload['reporting'],
  ) => { readonly state: State; readonly reading: CrowdReading };
}

export interface CrowdParts<State> {
  readonly services: readonly ServiceId[];
  readonly store: CountStore;
  readonly detector: Detector<State>;
  /** What was kept of an earlier run. */
  readonly kept: (service: ServiceId) => State | null;
  readonly keep: (states: ReadonlyMap<ServiceId, State>, at: number) => void;
}

/** How long the store may keep the publisher waiting, in milliseconds. */
const PATIENCE = 3_000;
/** A reading that is older than this says nothing of now. */
const FRESH = 150_000;

/** Reports a second over the bucket of `at` and the one before it. */
const perSecond = (counts: readonly BucketCount[], at: number): number => {
  const current = bucketOf(at);
  const sum = counts
    .filter(({ bucket, kind }) => bucket >= current - 1 && kind !== 'complaint')
    .reduce((all, { reports }) => all + reports, 0);
  return sum / (at / 1000 - (current - 1) * REPORT_BUCKET_SECONDS);
};

/**
 * Reads the counts once a minute on every node that may publish, so that each has baselines of its own when it takes over.
 */
export const watchCrowd = <State>(parts: CrowdParts<State>) => {
  const { services, store, detector, kept, keep } = parts;
  const states = new Map<ServiceId, State>();
  let readings = new Map<ServiceId, CrowdReading>();
  let readAt: number | null = null;
  let nodes = 0;
  let counted: number | null = null;

  return {
    /** Looks at the counts of the minute of `at`. False when nobody counts, or the store does not answer. */
    async observe(at: number, settings: FeedPayload['reporting']): Promise<boolean> {
      const [living, counts] = await Promise.all([
        within(store.livingNodes(at), PATIENCE, { ok: false, fault: 'unreachable' }),
        within(store.read(detector.bucketsNeeded(at)), PATIENCE, { ok: false, fault: 'unreachable' }),
      ]);
      nodes = living.ok ? living.value : 0;
      if (!living.ok || living.value === 0 || !counts.ok) {
        readAt = null;
        counted = null;
        return false;
      }
      const next = new Map<ServiceId, CrowdReading>();
      for (const service of services) {
        const own = counts.value.filter((count) => count.service === service);
        const before = states.get(service) ?? kept(service);
        const { state, reading } = detector.observeMinute(before, own, at, settings);
        states.set(service, state);
        next.set(service, reading);
      }
      readings = next;
      readAt = at;
      counted = perSecond(counts.value, at);
      keep(states, at);
      return true;
    },
    /** Reports a second at all nodes, where this one receives `own`; null when neither is known. */
    load: (own: number | null): number | null =>
      own === null ? counted : Math.max(own * Math.max(1, nodes), counted ?? 0),
    /** What the crowd says of a service at `at`; null when that is not known, which is not a calm crowd. */
    reading(service: ServiceId, at: number): CrowdReading | null {
      if (readAt === null || Math.abs(at - readAt) > FRESH) return null;
      return readings.get(service) ?? null;
    },
  };
};
