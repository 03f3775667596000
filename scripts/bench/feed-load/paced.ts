/** Reports at an even pace, as a process of its own: takes the load as JSON, prints what came of it as JSON. */
import type { Outcome, PacedLoad } from './load.ts';
import { manyReports } from './many-reports.ts';
import { putPacedLoad } from './paced-load.ts';

const load = JSON.parse(process.argv[2] ?? '{}') as PacedLoad;
const { url, rate, seconds, warmUp = 3, connections = 50, networks = 200 } = load;
const requests = manyReports(networks, Date.now());
const pace = { url, requests, rate, connections, seconds, warmUp };
const { waits, errors, unanswered } = await putPacedLoad(pace);
const at = (share: number): number =>
  waits[Math.min(waits.length - 1, Math.floor(share * waits.length))] ?? Number.NaN;
const outcome: Outcome = {
  total: waits.length,
  perSecond: waits.length / seconds,
  errors: errors + unanswered,
  p50: at(0.5),
  p99: at(0.99),
  statuses: {},
};
console.log(JSON.stringify(outcome));
