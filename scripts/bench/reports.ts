/**
 * What counting a report costs, without HTTP: `node scripts/bench/reports.ts`. Prints processor time a report beside
 * JSON.parse and schema alone, and the resident memory with a million reports in the window.
 */
import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { createIngest } from '../../feed/reports/ingest.ts';
import { createMemoryStore } from '../../feed/store/memory-store.ts';
import { bucketOf, report, REPORT_KINDS } from '../../lib/model/report.ts';
import { SERVICE_IDS } from '../../lib/model/service-id.ts';
import { z } from '../../lib/model/zod.ts';

const NOW = Date.UTC(2024, 2, 5, 15, 2);
const now = (): number => NOW;
const ROUNDS = 100_000;

const bodyOf = (service: string, kind: string, bucket: number): Buffer =>
  Buffer.from(JSON.stringify({ v: 1, service, kind, bucket }));
const addressOf = (network: number): string =>
  `${1 + (network >> 16)}.${(network >> 8) & 255}.${network & 255}.9`;

const startNode = async (capacity: number) => {
  const store = createMemoryStore({ now, random: randomBytes });
  const ingest = createIngest({ store, now, random: Math.random, rate: () => 1, capacity });
  await ingest.ready;
  return { store, ingest };
};

/** Nanoseconds of processor time a turn: other programs on the machine do not count. */
const costOf = (turn: (index: number) => void): number => {
  for (let index = 0; index < ROUNDS / 5; index += 1) turn(index);
  const before = process.cpuUsage();
  for (let index = 0; index < ROUNDS; index += 1) turn(index);
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1000) / ROUNDS;
};

const storm = bodyOf('facebook', 'forced-logout', bucketOf(NOW));
const spaced = Array.from({ length: 4096 }, (_, spaces) =>
  Buffer.from(`${storm.toString().slice(0, -1)}${' '.repeat(spaces % 64)}}${' '.repeat(spaces >> 6)}`),
);

const measureCosts = async (): Promise<void> => {
  const open = await startNode(Number.MAX_SAFE_INTEGER);
  const full = await startNode(1);
  const baseline = costOf(() => z.safeParse(report, JSON.parse(storm.toString('utf8'))));
  const key = createSecretKey(randomBytes(32));
  const rows: [string, number][] = [
    ['JSON.parse and schema alone', baseline],
    [
      'two HMAC-SHA-256 alone',
      2 * costOf((index) => createHmac('sha256', key).update(`network|${index}`).digest('hex')),
    ],
    [
      'accept, each from another network',
      costOf((index) => open.ingest.accept(storm, addressOf(index), null)),
    ],
    [
      'accept, each in another spelling',
      costOf((index) => open.ingest.accept(spaced[index % 4096] ?? storm, addressOf(index), null)),
    ],
    [
      'accept, IPv6',
      costOf((index) => open.ingest.accept(storm, `2a01:cb00:${(index & 0xffff).toString(16)}::9`, 'FR')),
    ],
    ['accept, malformed', costOf(() => open.ingest.accept(storm.subarray(1), '203.0.113.7', null))],
    ['accept, shed by the coin', costOf((index) => full.ingest.accept(storm, addressOf(index), null))],
  ];
  for (const [name, cost] of rows)
    console.log(
      `${name.padEnd(36)} ${cost.toFixed(0).padStart(6)} ns ${(cost / baseline).toFixed(2).padStart(6)} × ` +
        `${((cost * 8000) / 1e7).toFixed(1).padStart(5)} % of a core at 8,000/s`,
    );
};

/** A million reports, spread as given, in flushes of 8,000. */
const measureMemory = async (name: string, spread: number, kinds: number): Promise<void> => {
  const { store, ingest } = await startNode(Number.MAX_SAFE_INTEGER);
  const bodies = SERVICE_IDS.slice(0, spread).flatMap((service) =>
    REPORT_KINDS.slice(0, kinds).flatMap((kind) =>
      [0, 1, 2, 3].map((age) => bodyOf(service, kind, bucketOf(NOW) - age)),
    ),
  );
  for (let sent = 0; sent < 1_000_000; sent += 1) {
    ingest.accept(bodies[sent % bodies.length] ?? storm, addressOf(Math.floor(sent / bodies.length)), null);
    if (sent % 8000 === 0) await ingest.flush();
  }
  await ingest.flush();
  const { rss } = process.memoryUsage();
  globalThis.gc?.();
  const heap = process.memoryUsage();
  const before = performance.now();
  const read = await store.read([0, 1, 2, 3].map((age) => bucketOf(NOW) - age));
  const networks = read.ok ? read.value.reduce((sum, count) => sum + count.networks, 0) : 0;
  console.log(
    `${name}: ${ingest.counters().accepted} accepted, ${networks} networks told; resident ${(rss / 2 ** 20).toFixed(0)} MiB ` +
      `(after collection ${(heap.rss / 2 ** 20).toFixed(0)}, heap ${(heap.heapUsed / 2 ** 20).toFixed(0)}); read in ${(performance.now() - before).toFixed(0)} ms`,
  );
};

const [what] = process.argv.slice(2);
if (what === 'memory-storm') await measureMemory('a storm on one service', 1, 1);
else if (what === 'memory-spread') await measureMemory('all services and kinds at once', 7, 7);
else await measureCosts();
