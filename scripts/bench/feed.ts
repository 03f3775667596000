/**
 * How much the feed server takes, beside a handler of `node:http` that does nothing, in one run: `npm run bench -- feed`.
 * Prints ratios, p99 and memory with the limit of each; exits 1 when one is missed.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  putLoad,
  putPaced,
  startBare,
  startServer,
  type Load,
  type Loaded,
  type Outcome,
} from './feed-load/load.ts';
import { median } from './median.ts';

const ROUNDS = 7;
const SECONDS = 2;
const PACED_ROUNDS = 3;
const PACED_SECONDS = 10;
/** So many networks that nearly every report counts, as in the first minutes of a storm. */
const PACED_NETWORKS = 60_000;
const LIMITS = { reports: 0.4, feeds: 0.7, p99: 50, rate: 8_000, memory: 200, window: 1_000_000 };

const whole = (value: number): string => Math.round(value).toLocaleString('en');

let missed = 0;
const line = (what: string, value: string, limit: string, good: boolean): void => {
  if (!good) missed += 1;
  console.log(`${good ? '✓' : '✗'} ${what.padEnd(36)} ${value.padEnd(78)} limit ${limit}`);
};

const metric = async (base: string, name: string): Promise<number> => {
  const text = await (await fetch(`${base}/metrics`)).text();
  return Number(
    text
      .split('\n')
      .find((one) => one.startsWith(`${name} `))
      ?.split(' ')[1],
  );
};

interface Side {
  readonly perSecond: number;
  /** Microseconds of processor a request: what another busy program on the machine cannot change much. */
  readonly cost: number;
}

const measure = async (server: Loaded, load: Omit<Load, 'url'>, path: string): Promise<Side> => {
  const before = server.processor();
  const { total, perSecond } = await putLoad({ ...load, url: `${server.base}${path}`, duration: SECONDS });
  return { perSecond, cost: ((server.processor() - before) / total) * 1e6 };
};

/** The same load on both in turn, so that what else the machine does falls on both. */
const compare = async (bare: Loaded, ours: Loaded, load: Omit<Load, 'url'>, path: string) => {
  const rounds: { readonly without: Side; readonly within: Side }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const both = { without: await measure(bare, load, path), within: await measure(ours, load, path) };
    if (round > 0) rounds.push(both); // The first round warms both up.
  }
  const middle = (pick: (round: (typeof rounds)[number]) => number): number => median(rounds.map(pick));
  const ratio = middle(({ without, within }) => within.perSecond / without.perSecond);
  const [o, b] = [middle(({ within }) => within.perSecond), middle(({ without }) => without.perSecond)];
  const [oc, bc] = [middle(({ within }) => within.cost), middle(({ without }) => without.cost)];
  const told = `${ratio.toFixed(2)} × (${whole(o)}/s beside ${whole(b)}/s; ${whole(oc)} µs of processor beside ${whole(bc)})`;
  return { ratio, told };
};

/** Both answer the same even stream in turn. Of the rounds the middle one is told, and the worst of ours. */
const pace = async (bare: Loaded, ours: Loaded, rate: number) => {
  const put = ({ base }: Loaded) =>
    putPaced({ url: `${base}/v1/reports`, rate, seconds: PACED_SECONDS, networks: PACED_NETWORKS });
  const rounds: { readonly without: Outcome; readonly within: Outcome }[] = [];
  for (let round = 0; round < PACED_ROUNDS; round += 1)
    rounds.push({ without: await put(bare), within: await put(ours) });
  const middle = (pick: (round: (typeof rounds)[number]) => number): number => median(rounds.map(pick));
  const [p99, beside] = [middle(({ within }) => within.p99), middle(({ without }) => without.p99)];
  const worst = Math.max(...rounds.map(({ within }) => within.p99));
  const complete = rounds.every(({ within }) => within.errors === 0);
  const p50 = middle(({ within }) => within.p50);
  const told = `${p99.toFixed(1)} ms, ${(p99 / beside).toFixed(1)} × a bare handler’s ${beside.toFixed(1)} (worst ${worst.toFixed(1)}, p50 ${p50.toFixed(1)} ms)`;
  return { p99, complete, told };
};

const folder = await mkdtemp(join(tmpdir(), 'oh-bench-'));
const sources = join(folder, 'sources.json');
await writeFile(
  sources,
  JSON.stringify({ format: 'outage-or-hacked/sources@1', sources: [], probes: [], ownNetwork: [] }),
);
const bare = await startBare();
const ours = await startServer(join(folder, 'data'), sources);
try {
  while ((await fetch(`${ours.base}/v1/feed.json`)).status !== 200);
  const etag = (await fetch(`${ours.base}/v1/feed.json`)).headers.get('etag') ?? '';

  const feeds = await compare(bare, ours, { etag }, '/v1/feed.json');
  line('conditional GETs of a bare handler’s', feeds.told, '≥ 0.70', feeds.ratio >= LIMITS.feeds);
  const reports = await compare(bare, ours, {}, '/v1/reports');
  line('reports of a bare handler’s', reports.told, '≥ 0.40', reports.ratio >= LIMITS.reports);

  const steady = await pace(bare, ours, LIMITS.rate);
  line(
    `p99 at ${whole(LIMITS.rate)} reports/s, evenly`,
    steady.told,
    '< 50 ms',
    steady.p99 < LIMITS.p99 && steady.complete,
  );
  const fill = { url: `${ours.base}/v1/reports`, amount: LIMITS.window, networks: 20_000, connections: 4 };
  const filled = await putLoad({ ...fill, pipelining: 25 });
  const memory = (await metric(ours.base, 'process_resident_memory_bytes')) / 2 ** 20;
  const accepted = await metric(ours.base, 'oh_feed_reports{fate="accepted"}');
  line(
    `memory after ${whole(filled.total)} reports more`,
    `${whole(memory)} MB resident (${whole(accepted)} counted)`,
    '< 200 MB',
    memory < LIMITS.memory,
  );
} finally {
  await Promise.all([bare.end(), ours.end()]);
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = missed === 0 ? 0 : 1;
