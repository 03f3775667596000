import type { Logger } from 'pino';
import type { Settings } from '../settings/settings.ts';
import type { BoundedFetch } from '../sources/source.ts';
import type { Clock } from './clock.ts';
import type { Watched } from './read-sources.ts';

export interface FeedOptions {
  readonly settings: Settings;
  readonly clock?: Clock;
  readonly random?: () => number;
  /** How sources and probes are read; over the network unless told otherwise. */
  readonly fetch?: BoundedFetch;
  /** What is watched, in place of the sources file. */
  readonly watched?: Watched;
  /** Without timers nothing happens by itself: `tick` does a second's work. */
  readonly timers?: boolean;
  readonly log?: Logger;
  /** Milliseconds that the publisher's lease in Redis outlives its holder; as the store has it unless told otherwise. */
  readonly leaseTime?: number;
  /** Memory, processor and event loop among the metrics. */
  readonly processMetrics?: boolean;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface RunningFeed {
  /** Where it listens. */
  readonly base: string;
  /** The `trust.json` that makes somebody its reader. */
  readonly trustPath: string;
  /** Of the feed that it serves; null while it has none. */
  sequence(): number | null;
  /** Takes up new keys. */
  reload(): Promise<void>;
  /** Does at once what is due at the clock's time: flush, readings, counts, publishing. */
  tick(): Promise<void>;
  /** Flushes, gives the lease back, lets open requests finish. */
  stop(): Promise<void>;
}
