import type { ReportKind } from '../../lib/model/report.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import type { CountKind } from './count-kinds.ts';

/** One accepted report: no address, only hashes under a key that lives for an hour and in memory. */
export interface Tally {
  readonly service: ServiceId;
  readonly kind: ReportKind;
  /** ⌊time of the event / 300 s⌋ */
  readonly bucket: number;
  /**
   * Names an IPv4 /24 or IPv6 /48 within this service and bucket: 12 lower-case hex digits of a keyed hash, so evenly
   * spread over 48 bits, which the sketches of the stores rely on.
   */
  readonly network: string;
  /** Names its IPv4 /16 or IPv6 /32 within this service and bucket, by a hash of its own: 8 lower-case hex digits. */
  readonly block: string;
  /** The region that the edge supplied, or null. */
  readonly region: string | null;
}

/** What was counted of one kind of report, or of all complaints together, on one service in one bucket. */
export interface BucketCount {
  readonly service: ServiceId;
  readonly kind: CountKind;
  readonly bucket: number;
  /** Reports, at most three a network. */
  readonly reports: number;
  /** Distinct networks: exact to 2,000, then an estimate (HyperLogLog). */
  readonly networks: number;
  /** Distinct networks of each block, the largest first; at most the 64 largest. Beyond 2,000 networks from a sample. */
  readonly blocks: readonly number[];
  /** Distinct networks of each region that the edge named, at most the 64 largest. Beyond 2,000 from a sample. */
  readonly regions: Readonly<Record<string, number>>;
}

/** A fault of a store that is to be expected: it cannot be reached, or is full. */
export type StoreFault = 'unreachable' | 'full';
export type StoreResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: StoreFault };

/**
 * What became of tallies. Of a failed `add` those in `notAdded` were surely not counted and may be given again; of the
 * others nobody knows, since they were sent and no answer came.
 */
export type AddResult =
  | { readonly ok: true; readonly value: null }
  | { readonly ok: false; readonly fault: StoreFault; readonly notAdded?: readonly Tally[] };

/** The secret randomness that a store draws its keys from: `size` bytes. In service it is the system's, never a seed. */
export type RandomBytes = (size: number) => Uint8Array;

/** The counts of all ingest nodes together. Buckets older than they can still matter are let go. */
export interface CountStore {
  /** The secret under which networks are hashed in the hour of `now` (ms since 1970): random, the same for all nodes. */
  hashKey(now: number): Promise<StoreResult<Uint8Array>>;
  /** Adds what a node took in since its last flush. */
  add(tallies: readonly Tally[]): Promise<AddResult>;
  /**
   * All counts of these buckets. One count may come in parts that are to be added up: of what was counted before a start
   * only the numbers are known, and a network of the one part may be in the other.
   */
  read(buckets: readonly number[]): Promise<StoreResult<readonly BucketCount[]>>;
  /** An ingest node says that it lives; `livingNodes` counts those that did so in the last 10 seconds. */
  beat(node: string, now: number): Promise<StoreResult<null>>;
  livingNodes(now: number): Promise<StoreResult<number>>;
  close(): Promise<void>;
}
