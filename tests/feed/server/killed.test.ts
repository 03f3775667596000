import { cp, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { roundedDown } from '../../../feed/status/rounding.ts';
import type { BucketCount } from '../../../feed/store/count-store.ts';
import { openKeptCounts } from '../../../feed/store/kept-counts.ts';
import type { FeedPayload } from '../../../lib/model/feed.ts';
import { eventually } from './eventually.ts';
import { noSources, startFeedProcess } from './feed-process.ts';
import {
  MINUTE,
  readerOf,
  report,
  reportFromMany,
  startTestFeed,
  temporaryFolder,
  type TestFeed,
} from './test-feed.ts';
import { toldSources } from './told-sources.ts';

const payloadAt = async (base: string): Promise<FeedPayload | null> => {
  const answer = await fetch(`${base}/v1/feed.json`);
  if (answer.status !== 200) return null;
  return JSON.parse(
    Buffer.from(((await answer.json()) as { payload: string }).payload, 'base64url').toString(),
  );
};
/** The longest that the server's event loop was held up, in milliseconds: a busy machine does that, and its timers come late by it. */
const heldUpAt = async (base: string): Promise<number> => {
  const text = await (await fetch(`${base}/metrics`)).text();
  const seconds = /^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)?.[1];
  if (seconds === undefined) throw new Error('the metrics tell of the event loop');
  return Number(seconds) * 1_000;
};
/** The longest that a file took to take the place of another beside the server's, in milliseconds: a busy disk does that. */
const watchDisk = (folder: string) => {
  let [slowest, over] = [0, false];
  const look = async (): Promise<void> => {
    while (!over) {
      const began = performance.now();
      await writeFile(join(folder, 'beside.part'), 'x');
      await rename(join(folder, 'beside.part'), join(folder, 'beside'));
      slowest = Math.max(slowest, performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const looking = look();
  return {
    async end(): Promise<number> {
      over = true;
      await looking;
      return slowest;
    },
  };
};
/** Beyond 2,000 networks a count is an estimate, to within 4 %. */
const ABOUT = 0.04;
const complaining = (counts: readonly BucketCount[]): number =>
  counts.filter(({ kind }) => kind === 'complaint').reduce((sum, { networks }) => sum + networks, 0);

/** One of 1,600,000 networks, in as many blocks as there are numbers. */
const anotherNetwork = (index: number): string =>
  `${20 + (index % 100)}.${Math.floor(index / 100) % 160}.${Math.floor(index / 16_000)}.9`;

test('killed at any moment while reports pour in, a machine by itself loses a second of them at most, and counts on', async () => {
  const data = join(await temporaryFolder(), 'data');
  const args = ['--port', '0', '--data', data, '--sources', await noSources(), '--trust-proxy'];
  let [sent, sequence] = [0, 0];
  const answered: number[] = [];
  // In the middle of the first second, right after a flush, and anywhere else.
  for (const life of [450, 1_030, 1_700 + 600 * Math.random()]) {
    const feed = await startFeedProcess(...args);
    const from = answered.length;
    const until = performance.now() + life;
    let killed = false;
    const pour = async (): Promise<void> => {
      while (!killed) {
        const response = await report(feed.base, 'errors', Date.now(), anotherNetwork((sent += 1))).catch(
          () => null,
        );
        if (response?.status === 204 && !killed) answered.push(performance.now());
      }
    };
    const pouring = pour();
    const disk = watchDisk(data);
    await new Promise((resolve) => setTimeout(resolve, until - performance.now()));
    const seen = await payloadAt(feed.base);
    sequence = Math.max(sequence, seen?.sequence ?? 0);
    const heldUp = await heldUpAt(feed.base);
    const gone = feed.end('SIGKILL');
    const killedAt = performance.now();
    killed = true;
    await gone;
    await pouring;
    const slowest = await disk.end();
    const kept = openKeptCounts(join(data, 'counts.json'));
    expect(kept.damaged).toBe(false);
    const safe = answered.filter((at) => at < killedAt - 1_000 - 2 * heldUp - 2 * slowest).length;
    expect(answered.length).toBeGreaterThan(from);
    expect(complaining(kept.found)).toBeGreaterThanOrEqual(safe * (1 - ABOUT));
    expect(complaining(kept.found)).toBeLessThanOrEqual(sent * (1 + ABOUT));
  }
  const counted = complaining(openKeptCounts(join(data, 'counts.json')).found);
  const feed = await startFeedProcess(...args);
  const payload = await eventually(async () => {
    const now = await payloadAt(feed.base);
    return now && now.sequence > sequence ? now : null;
  });
  // The first feed after it knows of all of them.
  expect(payload.services.facebook?.reports?.reporters).toBeGreaterThanOrEqual(roundedDown(counted));
  expect(counted).toBeGreaterThan(100);
});

/** The same server again as if it had been killed: from a copy of its folder, while it still runs. */
const killedAndStarted = async (feed: TestFeed, options: Parameters<typeof startTestFeed>[1] = {}) => {
  const data = join(await temporaryFolder(), 'data');
  await cp(feed.data, data, { recursive: true });
  return startTestFeed({ data }, { clock: feed.clock, ...options });
};
const entryOf = async (feed: TestFeed) =>
  (await (await readerOf(feed)).refresh('event')).payload?.services.facebook;

test('started again in the middle of an outage that only people see, it says so at once, since when, and until it is over', async () => {
  const { watched } = toldSources();
  const feed = await startTestFeed({}, { watched });
  await feed.seconds(60);
  await reportFromMany(feed, 'forced-logout', 300);
  await feed.seconds(150);
  const before = await entryOf(feed);
  expect(before?.status).toBe('degraded');
  const sequence = feed.sequence() ?? Infinity;
  await readFile(join(feed.data, 'counts.json'), 'utf8');

  const again = await killedAndStarted(feed, { watched });
  again.clock.forward(20_000);
  await again.tick();
  expect(again.sequence()).toBeGreaterThan(sequence);
  const after = await entryOf(again);
  expect(after).toMatchObject({
    status: 'degraded',
    confidence: before?.confidence,
    since: before?.since,
    symptoms: before?.symptoms,
    reports: { reporters: 300 },
  });
  // Those who report again count once more, and nobody is lost.
  await reportFromMany(again, 'forced-logout', 40, 280);
  await again.seconds(60);
  expect((await entryOf(again))?.reports?.reporters).toBe(roundedDown(340));
  for (let minute = 0; minute < 30; minute += 1) {
    again.clock.forward(MINUTE);
    await again.tick();
  }
  expect((await entryOf(again))?.status).toBe('operational');
});

test('started again in the middle of an official outage, it does not fall silent until the page is read again', async () => {
  const { told, watched } = toldSources();
  told.official = 'outage';
  const feed = await startTestFeed({}, { watched });
  await feed.seconds(90);
  const before = await entryOf(feed);
  expect(before?.status).toBe('outage');
  told.official = 'hangs';
  const again = await killedAndStarted(feed, { watched, timers: true });
  const sequence = feed.sequence() ?? Infinity;
  again.clock.forward(5_000);
  await eventually(() => ((again.sequence() ?? 0) > sequence ? true : null));
  expect(await entryOf(again)).toMatchObject({
    status: 'outage',
    since: before?.since,
    official: before?.official,
  });
});

test('started again while front doors fail, it knows of the looks before', async () => {
  const { told, watched } = toldSources();
  told.probe = false;
  const feed = await startTestFeed({}, { watched });
  await feed.seconds(90);
  const before = await entryOf(feed);
  expect(before).toMatchObject({ status: 'degraded', probes: { ok: 0, failed: 3 } });
  const again = await killedAndStarted(feed, { watched });
  again.clock.forward(5_000);
  await again.tick();
  expect(await entryOf(again)).toMatchObject({ status: 'degraded', since: before?.since });
});

test('what was seen long ago is no news after a start', async () => {
  const { told, watched } = toldSources();
  told.official = 'outage';
  const feed = await startTestFeed({}, { watched });
  await feed.seconds(90);
  told.official = 'hangs';
  const again = await killedAndStarted(feed, { watched, timers: true });
  again.clock.forward(45 * MINUTE);
  const sequence = feed.sequence() ?? Infinity;
  await eventually(() => ((again.sequence() ?? 0) > sequence ? true : null));
  await eventually(async () => ((await entryOf(again))?.status === 'outage' ? null : true));
});
