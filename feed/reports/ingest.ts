import { SERVICE_IDS, type ServiceId } from '../../lib/model/service-id.ts';
import type { CountStore } from '../store/count-store.ts';
import { createHashKeys } from './hash-keys.ts';
import { noneDropped, type DropReason, type IngestCounters } from './ingest-counters.ts';
import { hashNetwork } from './network-hash.ts';
import { networkOf } from './network-of.ts';
import { createOverloadValve } from './overload-valve.ts';
import { createPendingTallies } from './pending-tallies.ts';
import { regionName } from './region-name.ts';
import { isOpenBucket } from './report-buckets.ts';
import { createReportCap, type ReportCap } from './report-cap.ts';
import { createReportReader } from './report-reader.ts';

export interface IngestOptions {
  readonly store: CountStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** `reporting.rate` of the feed as it is published, 0 to 1. */
  readonly rate: () => number;
  /** Reports a second that are looked at whatever the rate; 10,000 unless told otherwise. Twice that is held at most. */
  readonly capacity?: number;
  /** Services that the feed speaks of; all that the project knows by name unless told otherwise. */
  readonly services?: readonly ServiceId[];
  /** Names this node among others in `beat`; drawn by lot unless told otherwise. */
  readonly node?: string;
}

export interface Ingest {
  /** Settled when the first keys are there; reports that come before count as `no-key`. */
  readonly ready: Promise<void>;
  /**
   * Takes one report: the request's body, the address that it came from and the region that the edge supplied. Returns at
   * once and never throws; what does not fit is counted in `counters()` and forgotten.
   */
  accept(body: Uint8Array, address: string, region: string | null): void;
  /** Hands what was taken in to the store, says that this node lives, and sees to the keys. To be called every second or more often. */
  flush(): Promise<void>;
  counters(): IngestCounters;
  /** Flushes once more, then takes nothing in and forgets the keys. The store stays open. */
  close(): Promise<void>;
}

const drawName = (random: () => number): string =>
  Array.from({ length: 4 }, () => Math.floor(random() * 0x10000).toString(16)).join('');

/** The part of an ingest node that counts: from bytes to tallies without identity, in bounded memory. */
export const createIngest = (options: IngestOptions): Ingest => {
  const { store, now, random, rate, capacity = 10_000 } = options;
  const spokenOf: readonly string[] = options.services ?? SERVICE_IDS;
  // Sites that people added themselves are no matter of the feed, whatever its list says.
  const services: ReadonlySet<string> = new Set(SERVICE_IDS.filter((id) => spokenOf.includes(id)));
  const node = options.node ?? drawName(random);
  const keys = createHashKeys(store);
  const valve = createOverloadValve({ now, random, rate, capacity });
  const read = createReportReader();
  const caps = new Map<number, ReportCap>();
  const dropped = noneDropped();
  let [received, accepted, shed, lost] = [0, 0, 0, 0];
  const pending = createPendingTallies();
  let onTheWay = 0;
  let underWay: Promise<void> | null = null;
  let closed = false;

  const capOf = (bucket: number): ReportCap => {
    const cap = caps.get(bucket) ?? createReportCap();
    caps.set(bucket, cap);
    return cap;
  };

  const judge = (body: Uint8Array, address: string, region: string | null): DropReason | null => {
    const report = read(body);
    if (typeof report === 'string') return report;
    const { service, kind, bucket } = report;
    if (!isOpenBucket(bucket, now())) return 'bucket';
    if (!services.has(service)) return 'service';
    const prefix = networkOf(address);
    if (!prefix) return 'address';
    const key = keys.keyOf(bucket);
    if (!key) return 'no-key';
    const name = hashNetwork(key, service, bucket, prefix);
    if (!capOf(bucket).admits(name.network)) return 'too-many';
    pending.push({ service, kind, bucket, region: regionName(region) }, name);
    return null;
  };

  const handOver = async (): Promise<void> => {
    const batch = pending.take();
    onTheWay = batch.length;
    const result = await store.add(batch);
    onTheWay = 0;
    if (result.ok) return;
    const kept = (result.notAdded ?? []).filter(({ bucket }) => isOpenBucket(bucket, now()));
    pending.putBack(kept);
    lost += batch.length - kept.length;
  };

  const flushOnce = async (): Promise<void> => {
    const at = now();
    for (const bucket of caps.keys()) if (!isOpenBucket(bucket, at)) caps.delete(bucket);
    await Promise.all([keys.refresh(at), pending.count() > 0 && handOver(), store.beat(node, at)]);
  };

  const flush = (): Promise<void> =>
    (underWay ??= flushOnce().finally(() => {
      underWay = null;
    }));

  return {
    ready: keys.refresh(now()),
    accept(body, address, region) {
      received += 1;
      // The valve comes first: it also counts what arrives.
      if (!valve.admits() || closed || pending.count() + onTheWay >= 2 * capacity) {
        shed += 1;
        return;
      }
      const reason = judge(body, address, region);
      if (reason) dropped[reason] += 1;
      else accepted += 1;
    },
    flush,
    counters: () => ({ received, accepted, shed, dropped: { ...dropped }, lost }),
    async close() {
      closed = true;
      await underWay;
      await flushOnce();
      keys.forget();
    },
  };
};
