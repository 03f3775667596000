import { expect, test } from 'vitest';
import { eventually } from './eventually.ts';
import { MINUTE, readerOf, realClock, reportFromMany, startTestFeed } from './test-feed.ts';
import { toldSources } from './told-sources.ts';

const read = async (feed: Parameters<typeof readerOf>[0]) =>
  (await (await readerOf(feed)).refresh('event')).payload?.services.facebook;

test('reports from 400 networks make facebook degraded with its symptoms within two minutes, an official notice beside them an outage', async () => {
  const { told, watched } = toldSources();
  const feed = await startTestFeed({}, { watched });
  await feed.seconds(60);
  expect((await read(feed))?.status).toBe('operational');

  await reportFromMany(feed, 'forced-logout', 300);
  await reportFromMany(feed, 'sign-in-rejected', 100, 300);
  const began = feed.clock.now();
  let seen = await read(feed);
  while (seen?.status === 'operational' && feed.clock.now() - began < 2 * MINUTE) {
    await feed.seconds(1);
    seen = await read(feed);
  }
  expect(seen).toMatchObject({ status: 'degraded', scope: 'unknown' });
  expect(seen?.symptoms['forced-logout']).toBeGreaterThan(0.6);
  expect(seen?.symptoms['sign-in-rejected']).toBeGreaterThan(0.15);
  expect(seen?.reports?.reporters).toBeGreaterThanOrEqual(300);

  told.official = 'outage';
  const noticed = feed.clock.now();
  while (seen?.status !== 'outage' && feed.clock.now() - noticed < 2 * MINUTE) {
    await feed.seconds(1);
    seen = await read(feed);
  }
  expect(seen).toMatchObject({ status: 'outage', official: { source: 'metastatus', status: 'outage' } });
  expect(feed.clock.now() - noticed).toBeLessThanOrEqual(70_000);
});

test('the extension verifies what a fresh server signs, with the trust file that it wrote', async () => {
  const feed = await startTestFeed();
  await feed.tick();
  const outcome = await (await readerOf(feed)).refresh('event');
  expect(outcome).toMatchObject({ state: 'verified', fault: null });
  expect(Object.keys(outcome.payload?.services ?? {})).toHaveLength(7);
  expect(outcome.payload?.services.facebook?.status).toBe('unknown');
});

test('a source that hangs keeps neither the feed nor another source waiting', async () => {
  const { told, watched } = toldSources();
  told.official = 'hangs';
  const feed = await startTestFeed({}, { watched, timers: true, clock: realClock() });
  const seen = await eventually(async () => (await read(feed)) ?? null);
  expect(seen?.probes).toEqual({ ok: 1, failed: 0 });
});

test('an official word goes out within seconds, not only with the next minute', async () => {
  const { told, watched } = toldSources();
  const feed = await startTestFeed({}, { watched });
  await feed.seconds(30);
  const before = feed.sequence();
  told.official = 'outage';
  await feed.seconds(36);
  expect((await read(feed))?.status).toBe('outage');
  expect(feed.sequence()).toBeGreaterThan(before ?? Infinity);
});

test('the clock is set back by an hour: the sequence goes on rising and readers with the right time read on', async () => {
  const feed = await startTestFeed();
  await feed.seconds(65);
  const before = feed.sequence() ?? Infinity;
  feed.clock.set(feed.clock.now() - 60 * MINUTE);
  await feed.seconds(2);
  expect(feed.sequence()).toBeGreaterThan(before);
  expect((await (await readerOf(feed)).refresh('event')).state).toBe('verified');
  const metrics = await (await fetch(`${feed.base}/metrics`)).text();
  expect(metrics).toContain('oh_feed_clock_jumps_total 1');
});
