import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { runKeyTask } from '../../../feed/keys/key-commands.ts';
import { MINUTE, readerOf, startTestFeed, type TestFeed } from './test-feed.ts';

const change = async (feed: TestFeed, words: string, newEpoch = false) => {
  const task = { words: words.split(' '), data: feed.data, roots: [], key: 'feed' as const, newEpoch };
  const told = await runKeyTask(task, feed.clock.now());
  expect(told.ok).toBe(true);
  await feed.reload();
  await feed.seconds(60);
};

test('readers from before a rotation read on, and so do those from after it, through every step', async () => {
  const feed = await startTestFeed();
  await feed.tick();
  const old = await readerOf(feed);
  const state = async (reader = old) => {
    feed.clock.forward(MINUTE);
    const outcome = await reader.refresh('event');
    return [outcome.asked, outcome.state, outcome.fault];
  };
  expect(await state()).toEqual([true, 'verified', null]);
  for (const words of ['rotate', 'retire', 'rotate', 'renew']) {
    await change(feed, words);
    expect([words, ...(await state())]).toEqual([words, true, 'verified', null]);
    expect(await state(await readerOf(feed))).toEqual([true, 'verified', null]);
  }
});

test('after a rotation both keys sign, so that readers need not fetch the new keys all at once', async () => {
  const feed = await startTestFeed();
  await feed.tick();
  await change(feed, 'rotate');
  const file = (await (await fetch(`${feed.base}/v1/feed.json`)).json()) as { signatures: unknown[] };
  expect(file.signatures).toHaveLength(3);
});

test('with a new epoch readers follow, and a feed of the lost key is rolled back', async () => {
  const feed = await startTestFeed();
  await feed.tick();
  const lost = new Uint8Array(await (await fetch(`${feed.base}/v1/feed.json`)).arrayBuffer());
  const reader = await readerOf(feed);
  expect((await reader.refresh('event')).state).toBe('verified');
  await change(feed, 'rotate', true);
  const after = await reader.refresh('event');
  expect([after.state, after.payload?.epoch]).toEqual(['verified', 2]);
  const { verifyFeed } = await import('../../../lib/feed/verify-feed.ts');
  const { verifyKeys } = await import('../../../lib/feed/trust.ts');
  const trust = JSON.parse(await readFile(feed.trustPath, 'utf8'));
  const keys = await verifyKeys(trust.keyset, trust);
  const judged = keys && (await verifyFeed(lost, keys.keyset, null, feed.clock.now()));
  expect(judged).toMatchObject({ ok: false });
});

test('keys that cannot be used are not taken up: the server goes on with those it has', async () => {
  const feed = await startTestFeed();
  await feed.tick();
  const { chmod } = await import('node:fs/promises');
  await chmod(`${feed.data}/keys`, 0o755);
  await feed.reload();
  await feed.seconds(61);
  expect((await (await readerOf(feed)).refresh('event')).state).toBe('verified');
});
