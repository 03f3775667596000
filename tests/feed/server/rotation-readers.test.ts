import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { runKeyTask } from '../../../feed/keys/key-commands.ts';
import { readKeyring } from '../../../feed/keys/keyring.ts';
import { layoutOf } from '../../../feed/keys/layout.ts';
import { jsonBytes, signEnvelope } from '../../../feed/signing/sign-envelope.ts';
import { createFeedClient } from '../../../lib/feed/client.ts';
import { createMemoryArea } from '../../../lib/storage/memory-area.ts';
import { MINUTE, SECOND, startTestFeed, type TestFeed } from './test-feed.ts';

const DAY = 24 * 60 * MINUTE;

const change = async (feed: TestFeed, words: string, newEpoch = false) => {
  const task = { words: words.split(' '), data: feed.data, roots: [], key: 'feed' as const, newEpoch };
  expect((await runKeyTask(task, feed.clock.now())).ok).toBe(true);
  await feed.reload();
  await feed.seconds(61);
};

/** A reader with the trust of this moment, who notes what it asks; a file may lie in the place of the server's feed. */
const makeReader = async (feed: TestFeed) => {
  const asked: string[] = [];
  const forged: { file: Uint8Array | null } = { file: null };
  const client = createFeedClient({
    trust: JSON.parse(await readFile(feed.trustPath, 'utf8')),
    bases: [feed.base],
    area: createMemoryArea(),
    now: feed.clock.now,
    random: () => 0,
    fetch: async (address, init) => {
      const file = address.slice(address.lastIndexOf('/') + 1);
      asked.push(file);
      if (file === 'keys.json' || forged.file === null) return fetch(address, init);
      return new Response(Uint8Array.from(forged.file), {
        headers: { 'content-type': 'application/jose+json' },
      });
    },
  });
  const read = async (why: 'event' | 'routine' = 'event') => {
    asked.length = 0;
    feed.clock.forward(MINUTE);
    const { state, fault } = await client.refresh(why);
    return [state, fault, ...asked];
  };
  return { read, forged };
};

const GOOD = ['verified', null, 'feed.json'];

test('who was away while keys were changed twice finds the way back by one look at the keys', async () => {
  const feed = await startTestFeed();
  await feed.tick();
  const { read } = await makeReader(feed);
  expect(await read()).toEqual(GOOD);
  for (const words of ['rotate', 'retire', 'rotate', 'retire']) await change(feed, words);
  expect(await read()).toEqual(['verified', null, 'feed.json', 'keys.json']);
  await feed.seconds(61);
  expect(await read()).toEqual(GOOD);
});

test('newer keys are looked for once a day by routine, though the known key still signs', async () => {
  const feed = await startTestFeed();
  await feed.tick();
  const { read } = await makeReader(feed);
  expect(await read('routine')).toEqual(['verified', null, 'feed.json', 'keys.json']);
  await change(feed, 'rotate');
  feed.clock.forward(5 * MINUTE);
  await feed.tick();
  expect(await read('routine')).toEqual(GOOD);
  feed.clock.forward(DAY);
  await feed.tick();
  expect(await read('routine')).toEqual(['verified', null, 'feed.json', 'keys.json']);
  // It knows the new key now: when the old one is gone nobody has to be asked.
  await change(feed, 'retire');
  expect((await read()).slice(0, 2)).toEqual(['verified', null]);
});

test('a thief with the old key is found out at the next daily look, and the feed of the old key is not believed again', async () => {
  const feed = await startTestFeed();
  await feed.tick();
  const stolen = await readKeyring(layoutOf(feed.data));
  if (!stolen.ok) throw new Error('the keys cannot be read');
  const { read, forged } = await makeReader(feed);
  expect(await read('routine')).toEqual(['verified', null, 'feed.json', 'keys.json']);
  await change(feed, 'rotate', true);
  const forge = async () => {
    const served = (await (await fetch(`${feed.base}/v1/feed.json`)).json()) as { payload: string };
    const payload = JSON.parse(Buffer.from(served.payload, 'base64url').toString()) as { sequence: number };
    const now = feed.clock.now();
    const lie = {
      ...{ ...payload, epoch: 1, sequence: payload.sequence + 1 },
      issuedAt: new Date(now).toISOString(),
      expiresAt: new Date(now + 10 * MINUTE).toISOString(),
    };
    forged.file = jsonBytes(await signEnvelope(jsonBytes(lie), stolen.keyring.feed));
  };
  await forge();
  expect((await read())[0]).toBe('verified');
  feed.clock.forward(DAY);
  await feed.tick();
  await forge();
  expect((await read('routine')).slice(0, 2)).toEqual(['invalid', 'signatures-missing']);
  forged.file = null;
  feed.clock.forward(5 * MINUTE);
  await feed.tick();
  expect((await read()).slice(0, 2)).toEqual(['verified', null]);
});

test('a keyset that ends takes the feed with it, until it is renewed', async () => {
  const feed = await startTestFeed();
  await feed.tick();
  const { read } = await makeReader(feed);
  expect(await read()).toEqual(GOOD);
  feed.clock.forward(366 * DAY);
  await feed.tick();
  expect((await read()).slice(0, 2)).toEqual(['stale', 'keys-expired']);
  await change(feed, 'renew');
  expect(await read()).toEqual(['verified', null, 'keys.json', 'feed.json']);
});

test('a server that has no feed yet is left alone for as long as it asks', async () => {
  const feed = await startTestFeed();
  const answer = await fetch(`${feed.base}/v1/feed.json`);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  const { read } = await makeReader(feed);
  expect(await read()).toEqual(['unreachable', 'status', 'feed.json']);
  feed.clock.forward(SECOND);
  await feed.tick();
  expect(await read()).toEqual(GOOD);
});
