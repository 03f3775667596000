import { REPORTS_PER_NETWORK } from '../store/count-limits.ts';

/** 2^21 counters of a byte: 2 MiB a bucket. */
const COUNTERS = 2 ** 21;
const ROWS = 4;
/** One half of a name says where its counters begin, the other how far apart they are. */
const HALF = 2 ** 24;

/**
 * Caps the reports of each network in one bucket within fixed memory: a count-min sketch with conservative update (Cormode
 * and Muthukrishnan 2005; Estan and Varghese 2002), four counters a network. It never counts too few, so the cap always
 * holds; it can only refuse a network that shares all four counters, which begins to happen at hundreds of thousands
 * of networks in one bucket on one node, far beyond what detection needs.
 */
export const createReportCap = () => {
  const counters = new Uint8Array(COUNTERS);
  const places = new Uint32Array(ROWS);
  return {
    /** Counts a report of `network` (48 evenly spread bits); false when the network has had its share. */
    admits(network: number): boolean {
      const step = (network % HALF) | 1;
      let place = Math.floor(network / HALF);
      let least = REPORTS_PER_NETWORK;
      for (let row = 0; row < ROWS; row += 1, place += step) {
        places[row] = place % COUNTERS;
        least = Math.min(least, counters[place % COUNTERS] ?? 0);
      }
      if (least >= REPORTS_PER_NETWORK) return false;
      for (const at of places) if (counters[at] === least) counters[at] = least + 1;
      return true;
    },
  };
};

export type ReportCap = ReturnType<typeof createReportCap>;
