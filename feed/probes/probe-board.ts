import type { ServiceId } from '../../lib/model/service-id.ts';
import type { ProbeResult } from '../sources/source.ts';

/** What the probes saw lately. */
export interface ProbeBoard {
  /** Takes in a look. One that could not look tells nothing and is not kept. */
  record(result: ProbeResult): void;
  /** Of the last five looks at a service that are still fresh at `now` (milliseconds since 1970); null of none. */
  latest(service: ServiceId, now: number): { readonly ok: number; readonly failed: number } | null;
  /** The last five looks at each service, for the next process. */
  kept(): readonly ProbeResult[];
}

const LOOKS = 5;
/** So long take five looks of one probe at the slowest pace that the sources file allows, in milliseconds. */
const FRESH_MS = 15 * 60_000;

type Look = ProbeResult & { readonly ok: boolean };

const couldLook = (result: ProbeResult): result is Look => result.ok !== null;

export const createProbeBoard = (): ProbeBoard => {
  const looks = new Map<ServiceId, Look[]>();
  return {
    kept: () => [...looks.values()].flat(),
    record: (result) => {
      if (!couldLook(result)) return;
      looks.set(result.service, [...(looks.get(result.service) ?? []), result].slice(-LOOKS));
    },
    latest: (service, now) => {
      const fresh = (looks.get(service) ?? []).filter(({ at }) => Math.abs(now - at) <= FRESH_MS);
      if (fresh.length === 0) return null;
      const ok = fresh.filter((look) => look.ok).length;
      return { ok, failed: fresh.length - ok };
    },
  };
};
