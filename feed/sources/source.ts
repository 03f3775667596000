import type { ServiceId } from '../../lib/model/service-id.ts';
import type { OfficialReading } from '../../lib/official/official-reading.ts';

/** Why a page could not be read; `elsewhere`: it sends its readers to another host. */
export type FetchFault = 'unreachable' | 'timeout' | 'too-large' | 'wrong-type' | 'elsewhere';

/** What a source brought: a word for each service that it speaks of, or why there is none. Unreachable is no all-clear. */
export type SourceResult =
  | { readonly ok: true; readonly readings: readonly OfficialReading[] }
  | { readonly ok: false; readonly fault: FetchFault | 'malformed' };

/** A bounded GET: follows no redirect to another host, stops at the byte cap and the time limit. */
export interface BoundedFetch {
  (
    address: string,
    limits: { readonly bytes: number; readonly ms: number; readonly types: readonly string[] },
  ): Promise<
    | { readonly ok: true; readonly status: number; readonly type: string; readonly text: string }
    | { readonly ok: false; readonly fault: FetchFault }
  >;
}

/** An official status page. One file each; made from the settings of the sources file. */
export interface Source {
  /** Names it in the feed's `official.source`. */
  readonly name: string;
  readonly services: readonly ServiceId[];
  readonly everySeconds: number;
  /** Reads it once. Never throws. `now` is in milliseconds since 1970. */
  read(fetch: BoundedFetch, now: number): Promise<SourceResult>;
}

/** What a probe saw of a service's own page: a sign-in form, or not; null where the probe itself could not look. */
export interface ProbeResult {
  readonly service: ServiceId;
  readonly ok: boolean | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A look at a service's own page, as a visitor without credentials. */
export interface Probe {
  readonly name: string;
  readonly service: ServiceId;
  readonly everySeconds: number;
  /** Looks once. Never throws. */
  look(fetch: BoundedFetch, now: number): Promise<ProbeResult>;
}
