import type { ReportKind } from '../../lib/model/report.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';

/** One accepted report: no address, only hashes under a key that lives for an hour and in memory. */
export interface Tally {
  readonly service: ServiceId;
  readonly kind: ReportKind;
  /** ⌊time of the event / 300 s⌋ */
  readonly bucket: number;
  /** Names an IPv4 /24 or IPv6 /48 within this service and bucket. */
  readonly network: string;
  /** Names its IPv4 /16 or IPv6 /32 within this service and bucket, by a hash of its own. */
  readonly block: string;
  /** The region that the edge supplied, or null. */
  readonly region: string | null;
}

/** What was counted of one kind of report on one service in one bucket. */
export interface BucketCount {
  readonly service: ServiceId;
  readonly kind: ReportKind;
  readonly bucket: number;
  /** Reports, at most three a network. */
  readonly reports: number;
  /** Distinct networks: exact to 2,000, then an estimate (HyperLogLog). */
  readonly networks: number;
  /** Distinct networks of each block, the largest first; at most the 64 largest. */
  readonly blocks: readonly number[];
  /** Distinct networks of each region that the edge named. */
  readonly regions: Readonly<Record<string, number>>;
}

/** A fault of a store that is to be expected: it cannot be reached, or is full. */
export type StoreFault = 'unreachable' | 'full';
export type StoreResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: StoreFault };

/** The counts of all ingest nodes together. Buckets older than they can still matter are let go. */
export interface CountStore {
  /** The secret under which networks are hashed in the hour of `now` (ms since 1970): random, the same for all nodes. */
  hashKey(now: number): Promise<StoreResult<Uint8Array>>;
  /** Adds what a node took in since its last flush. */
  add(tallies: readonly Tally[]): Promise<StoreResult<null>>;
  /** All counts of these buckets. */
  read(buckets: readonly number[]): Promise<StoreResult<readonly BucketCount[]>>;
  /** An ingest node says that it lives; `livingNodes` counts those that did so in the last 10 seconds. */
  beat(node: string, now: number): Promise<StoreResult<null>>;
  livingNodes(now: number): Promise<StoreResult<number>>;
  close(): Promise<void>;
}
