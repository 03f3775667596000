import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';
import { startFeed, type FeedOptions, type RunningFeed } from '../../../feed/start-feed.ts';
import type { Settings } from '../../../feed/settings/settings.ts';
import type { Clock } from '../../../feed/start/clock.ts';
import { createFeedClient, type FeedClient } from '../../../lib/feed/client.ts';
import { bucketOf, type ReportKind } from '../../../lib/model/report.ts';
import { SERVICE_IDS } from '../../../lib/model/service-id.ts';
import { createMemoryArea } from '../../../lib/storage/memory-area.ts';

/** 5 March 2024, the minute in which it began. */
export const START = Date.parse('2024-03-05T15:00:00.000Z');
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;

/** A clock that the test moves: the wall and the steady one together. */
export interface TestClock extends Clock {
  forward(milliseconds: number): void;
  /** Somebody sets the wall clock. */
  set(at: number): void;
}

export const testClock = (start = START): TestClock => {
  let wall = start;
  let steady = 0;
  return {
    now: () => wall,
    steady: () => steady,
    forward(milliseconds) {
      wall += milliseconds;
      steady += milliseconds;
    },
    set(at) {
      wall = at;
    },
  };
};

/** The real time, for servers that run by themselves. */
export const realClock = (): TestClock => ({
  now: () => Date.now(),
  steady: () => performance.now(),
  forward: () => undefined,
  set: () => undefined,
});

const leftBehind: (() => Promise<unknown>)[] = [];
const untilEnd: (() => Promise<unknown>)[] = [];
const tidyUp = async (all: (() => Promise<unknown>)[]): Promise<void> => {
  for (const tidy of all.splice(0).reverse()) await tidy();
};
afterEach(() => tidyUp(leftBehind));
afterAll(() => tidyUp(untilEnd));

/** What was started so far stays for all tests of the file. */
export const keepForAllTests = (): void => void untilEnd.push(...leftBehind.splice(0));

/** To be done after the test, the last first. */
export const afterTest = (tidy: () => Promise<unknown>): void => void leftBehind.push(tidy);

export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'oh-feed-'));
  afterTest(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

export const settingsFor = (data: string, changes: Partial<Settings> = {}): Settings => ({
  host: '127.0.0.1',
  port: 0,
  data,
  role: 'all',
  redis: null,
  sources: null,
  bases: [],
  objectStore: null,
  witness: null,
  trustProxy: true,
  regionHeader: null,
  ...changes,
});

/** What is watched when nothing is: no source, no probe, all services. */
export const UNWATCHED = { sources: [], probes: [], services: SERVICE_IDS };

export interface TestFeed extends RunningFeed {
  readonly data: string;
  readonly clock: TestClock;
  /** Moves the clock second by second, with all that a server does each second. */
  seconds(count: number): Promise<void>;
}

/** A feed server on loopback in a folder of its own, whose time the test moves. */
export const startTestFeed = async (
  changes: Partial<Settings> & { readonly data?: string } = {},
  options: Partial<FeedOptions> & { readonly clock?: TestClock } = {},
): Promise<TestFeed> => {
  const data = changes.data ?? join(await temporaryFolder(), 'data');
  const clock = options.clock ?? testClock();
  const settings = settingsFor(data, changes);
  const feed = await startFeed({ timers: false, watched: UNWATCHED, ...options, settings, clock });
  let stopped: Promise<void> | null = null;
  const stop = (): Promise<void> => (stopped ??= feed.stop());
  afterTest(stop);
  return {
    ...feed,
    data,
    clock,
    stop,
    async seconds(count) {
      for (let second = 0; second < count; second += 1) {
        clock.forward(SECOND);
        await feed.tick();
      }
    },
  };
};

/** A reader of the feed as the extension has it, with the server's own trust and clock. */
export const readerOf = async (feed: Pick<TestFeed, 'base' | 'trustPath' | 'clock'>): Promise<FeedClient> =>
  createFeedClient({
    trust: JSON.parse(await readFile(feed.trustPath, 'utf8')),
    bases: [feed.base],
    fetch,
    area: createMemoryArea(),
    now: feed.clock.now,
    random: () => 0,
  });

/** The address of a network that nobody else is in: /24 number `index`, over many /16s. */
export const addressIn = (index: number): string =>
  `${20 + (index % 40)}.${(index * 7) % 250}.${index % 250}.9`;

/** Posts a report as the extension does, from an address that the proxy names. */
export const report = (
  base: string,
  kind: ReportKind,
  at: number,
  address: string,
  service = 'facebook',
): Promise<Response> =>
  fetch(`${base}/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ v: 1, service, kind, bucket: bucketOf(at) }),
  });

/** Posts a report of each of so many networks. */
export const reportFromMany = async (
  feed: Pick<TestFeed, 'base' | 'clock'>,
  kind: ReportKind,
  networks: number,
  from = 0,
): Promise<void> => {
  const { base, clock } = feed;
  for (let index = from; index < from + networks; index += 20)
    await Promise.all(
      Array.from({ length: Math.min(20, from + networks - index) }, (_, step) =>
        report(base, kind, clock.now(), addressIn(index + step)),
      ),
    );
};
