import type { BoundedFetch } from '../sources/source.ts';

/** Tells whether a failure to reach a service may be this machine's own. */
export interface OwnNetwork {
  /** Whether any of the other sites answers at `now` (milliseconds since 1970). */
  isUp(fetch: BoundedFetch, now: number): Promise<boolean>;
}

const LIMITS = { bytes: 1, ms: 5_000, types: [] } as const;
/** In an outage several probes ask at once. */
const HOLDS_MS = 30_000;

/** Any answer will do, also one that is too large or of another type: the name was resolved and a server spoke. */
const answers = async (fetch: BoundedFetch, address: string): Promise<boolean> => {
  const result = await fetch(address, LIMITS);
  return result.ok || result.fault === 'wrong-type' || result.fault === 'too-large';
};

/**
 * Looks at sites that share nothing with the services, and only when a service could not be reached.
 *
 * @param addresses at least one; that none of them answers means that this machine is cut off
 */
export const createOwnNetwork = (addresses: readonly string[]): OwnNetwork => {
  let last: { readonly at: number; readonly isUp: Promise<boolean> } | null = null;
  return {
    isUp: (fetch, now) => {
      if (last && Math.abs(now - last.at) < HOLDS_MS) return last.isUp;
      const isUp = Promise.all(addresses.map((address) => answers(fetch, address))).then((all) =>
        all.some(Boolean),
      );
      last = { at: now, isUp };
      return isUp;
    },
  };
};
