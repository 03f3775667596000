import type { Database } from '../../../lib/storage/database.ts';
import { createIncidentStore } from '../../../lib/storage/incident-store.ts';
import { createObservationLog } from '../../../lib/storage/observation-log.ts';
import { incidentOf, MINUTE, NOON, pageSeen } from '../../unit/storage/sample-data.ts';

const time = async (job: () => Promise<unknown>, runs: number): Promise<number> => {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await job();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] as number;
};

/** Medians in milliseconds, with 10,000 incidents and as many observations stored. */
export const measure = async (database: Database): Promise<Record<string, number>> => {
  const log = createObservationLog(database);
  const incidents = createIncidentStore(database);
  const all = Array.from({ length: 10_000 }, (_, nth) =>
    incidentOf(`incident-${nth}`, NOON + nth * MINUTE, {
      closedAt: nth < 9_998 ? undefined : null,
      cause: nth % 7 === 0 ? 'account-compromise' : 'outage',
      note: nth % 100 === 0 ? 'le café était fermé' : '',
    } as object),
  );
  const observations = Array.from({ length: 10_000 }, (_, nth) => pageSeen(NOON + nth * MINUTE));
  const write = async () => {
    await incidents.put(all);
    await log.append(observations);
  };
  let at = NOON;
  return {
    'write 10,000 incidents and observations': await time(write, 1),
    'append one observation, on disk': await time(() => log.append([pageSeen((at += 1))]), 21),
    'put one incident': await time(() => incidents.put([incidentOf('incident-1', NOON)]), 21),
    'read 20 observations of 10,000': await time(() => log.read(NOON + MINUTE, NOON + 20 * MINUTE), 21),
    'read 10,000 observations': await time(() => log.read(NOON + MINUTE, Infinity), 5),
    'open incidents': await time(() => incidents.open(), 21),
    'list the newest 50': await time(() => incidents.list({ limit: 50 }), 11),
    'summaries of 10,000': await time(() => incidents.summaries({}), 11),
    'search 10,000 by text': await time(() => incidents.summaries({ text: 'cafe ferme' }), 11),
    'search 10,000 by cause': await time(() => incidents.summaries({ cause: 'account-compromise' }), 11),
  };
};
