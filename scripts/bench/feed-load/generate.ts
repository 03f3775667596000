/** The load generator, as a process of its own: takes a load as JSON, prints what came of it as JSON. */
import autocannon from 'autocannon';
import { manyReports } from './many-reports.ts';
import type { Load, Outcome } from './load.ts';

const load = JSON.parse(process.argv[2] ?? '{}') as Load;
const { url, connections = 50, pipelining = 1, duration, amount, etag } = load;
const what = etag === undefined ? { requests: manyReports(load.networks ?? 200, Date.now()) } : {};
const result = await autocannon({
  url,
  connections,
  pipelining,
  timeout: 30,
  ...(etag === undefined ? what : { method: 'GET', headers: { 'if-none-match': etag } }),
  ...(duration === undefined ? {} : { duration }),
  ...(amount === undefined ? {} : { amount }),
});
const statuses = Object.fromEntries(
  Object.entries(result.statusCodeStats).map(([status, { count }]) => [status, count]),
);
const outcome: Outcome = {
  total: result.requests.total,
  perSecond: result.requests.total / result.duration,
  errors: result.errors,
  p50: result.latency.p50,
  p99: result.latency.p99,
  statuses,
};
console.log(JSON.stringify(outcome));
