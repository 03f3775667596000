import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { runKeyTask } from '../../../feed/keys/key-commands.ts';
import { readKeyring } from '../../../feed/keys/keyring.ts';
import { layoutOf } from '../../../feed/keys/layout.ts';
import { makePayload, type Services } from '../../../feed/publish/payload.ts';
import { jsonBytes, signEnvelope } from '../../../feed/signing/sign-envelope.ts';
import { makePrivateKey, readySigningKey } from '../../../feed/signing/signing-key.ts';
import { openKeys } from '../../../feed/start/open-keys.ts';
import { calmEntry, outageEntry } from '../../platform/feed/sample-payload.ts';
import {
  readerOf,
  startTestFeed,
  temporaryFolder,
  testClock,
  type TestClock,
  type TestFeed,
} from './test-feed.ts';
import { toldSources } from './told-sources.ts';

let clock: TestClock;
let [first, second] = ['', ''];
/** Two machines as docs/feed.md sets them up: the first makes the feed, the second has the only witness key. */
beforeEach(async () => {
  clock = testClock();
  const folder = await temporaryFolder();
  [first, second] = [join(folder, 'first'), join(folder, 'second')];
  const on = (data: string, ...words: string[]) =>
    runKeyTask({ words, data, roots: [], key: 'feed', newEpoch: false }, clock.now());
  const keys = await openKeys(layoutOf(first), 'all', clock.now());
  const told = [
    await on(second, 'make-witness'),
    await on(first, 'use-witness', join(second, 'witness-public.json')),
  ];
  await keys.reload();
  await keys.writeTrust([]);
  told.push(await on(second, 'install', layoutOf(first).trust));
  expect(told.map(({ ok }) => ok)).toEqual([true, true, true]);
});

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};
const strangersKey = async () => {
  const key = await readySigningKey(await makePrivateKey('feed'));
  if (!key) throw new Error('a key that was just made is one');
  return key;
};

const statusAt = async (feed: TestFeed) =>
  (await (await readerOf(feed)).refresh('event')).payload?.services.facebook?.status;

test('an outage is one when the second machine sees it too, and degraded when it does not', async () => {
  const [here, there] = [toldSources(), toldSources()];
  const witness = await startTestFeed({ role: 'witness', data: second }, { clock, watched: there.watched });
  const feed = await startTestFeed({ data: first, witness: witness.base }, { clock, watched: here.watched });
  const seconds = async (count: number): Promise<void> => {
    for (let second = 0; second < count; second += 1) {
      await witness.tick();
      await feed.seconds(1);
    }
  };
  await seconds(2);
  expect(await statusAt(feed)).toBe('operational');
  here.told.official = 'outage';
  await seconds(70);
  expect(await statusAt(feed)).toBe('degraded');
  there.told.probe = false;
  await seconds(130);
  expect(await statusAt(feed)).toBe('outage');
});

test('without the witness the feed goes out all the same, and says so in the metrics', async () => {
  const here = toldSources();
  here.told.official = 'outage';
  const feed = await startTestFeed(
    { data: first, witness: 'http://127.0.0.1:9' },
    { clock, watched: here.watched },
  );
  await feed.seconds(2);
  expect(await statusAt(feed)).toBe('degraded');
  expect(await (await fetch(`${feed.base}/metrics`)).text()).toMatch(/oh_feed_unwitnessed_total [1-9]/);
});

test('a second machine without its keys does not start, and makes none of its own', async () => {
  const empty = join(second, 'empty');
  await expect(startTestFeed({ role: 'witness', data: empty })).rejects.toThrow('holds no root keys');
});

describe('the witness signs nothing', () => {
  let witness: TestFeed;
  let sign: (
    services: Services,
    changes?: { sequence?: number; epoch?: number; at?: number },
  ) => Promise<Uint8Array>;
  beforeEach(async () => {
    witness = await startTestFeed({ role: 'witness', data: second }, { clock });
    const ring = await readKeyring(layoutOf(first));
    if (!ring.ok) throw new Error(ring.problem);
    sign = async (services, { sequence = clock.now() / 1000, epoch = 1, at = clock.now() } = {}) =>
      jsonBytes(
        await signEnvelope(jsonBytes(makePayload({ epoch, sequence }, at, 1, services)), ring.keyring.feed),
      );
  });
  const ask = async (bytes: Uint8Array) => {
    const answer = await fetch(`${witness.base}/v1/witness`, { method: 'POST', body: Buffer.from(bytes) });
    return { status: answer.status, ...((await answer.json()) as object) };
  };
  const calm = { facebook: calmEntry() };

  test('but a feed of now that the feed’s key signed', async () => {
    expect(await ask(await sign(calm))).toMatchObject({ status: 200, signatures: [{}] });
    expect(await ask(new TextEncoder().encode('x'))).toEqual({ status: 409, fault: 'not-signed' });
    const forged = JSON.parse(new TextDecoder().decode(await sign(calm)));
    forged.payload = Buffer.from(
      JSON.stringify(makePayload({ epoch: 1, sequence: 2e9 }, clock.now(), 1, calm)),
    ).toString('base64url');
    expect(await ask(jsonBytes(forged))).toEqual({ status: 409, fault: 'not-signed' });
  });

  test.each([
    ['of two minutes ago', { at: -120_000 }, 'wrong-time'],
    ['of two minutes from now', { at: 120_000 }, 'wrong-time'],
    ['of another epoch', { epoch: 2 }, 'wrong-epoch'],
    ['that uses up the numbers', { sequence: Number.MAX_SAFE_INTEGER }, 'sequence-passed'],
  ])('%s', async (_what, changes, fault) => {
    const at = 'at' in changes ? clock.now() + changes.at : clock.now();
    expect(await ask(await sign(calm, { ...changes, at }))).toEqual({ status: 409, fault });
  });

  test('twice for one sequence, nor below it, also after it was started again', async () => {
    const sequence = clock.now() / 1000;
    expect(await ask(await sign(calm, { sequence }))).toMatchObject({ status: 200 });
    expect(await ask(await sign({ facebook: outageEntry(clock.now()) }, { sequence }))).toMatchObject({
      fault: 'sequence-passed',
    });
    await witness.stop();
    witness = await startTestFeed({ role: 'witness', data: second }, { clock });
    expect(await ask(await sign(calm, { sequence }))).toMatchObject({ fault: 'sequence-passed' });
    expect(await ask(await sign(calm, { sequence: sequence + 1 }))).toMatchObject({ status: 200 });
  });

  test('of an outage that it does not see, and names it', async () => {
    expect(await ask(await sign({ facebook: outageEntry(clock.now()), x: calmEntry() }))).toEqual({
      status: 200,
      unconfirmed: ['facebook'],
    });
  });
});

describe('when the keys of the feed change, the witness', () => {
  const change = async (feed: TestFeed, words: string, newEpoch = false): Promise<void> => {
    const task = { words: words.split(' '), data: first, roots: [], key: 'feed' as const, newEpoch };
    expect((await runKeyTask(task, clock.now())).ok).toBe(true);
    await feed.reload();
  };
  /** Both run; the second machine knows of the first what `install trust.json` told it. */
  const startBoth = async () => {
    const [here, there] = [toldSources(), toldSources()];
    [here.told.official, there.told.official] = ['outage', 'outage'];
    const port = await freePort();
    const feed = await startTestFeed(
      { data: first, witness: `http://127.0.0.1:${port}` },
      { clock, watched: here.watched },
    );
    await rm(join(layoutOf(second).keys, 'root.json'));
    await rm(layoutOf(second).keyset);
    const task = {
      words: ['install', feed.trustPath],
      data: second,
      roots: [],
      key: 'feed' as const,
      newEpoch: false,
    };
    expect((await runKeyTask(task, clock.now())).ok).toBe(true);
    const witness = await startTestFeed(
      { role: 'witness', data: second, port },
      { clock, watched: there.watched },
    );
    const seconds = async (count: number): Promise<void> => {
      for (let second = 0; second < count; second += 1) {
        await witness.tick();
        await feed.seconds(1);
      }
    };
    await seconds(2);
    expect(await statusAt(feed)).toBe('outage');
    return { feed, witness, seconds };
  };

  test('takes them up by itself and goes on, through every step of a rotation', async () => {
    const { feed, seconds } = await startBoth();
    for (const words of ['rotate', 'retire', 'rotate', 'retire', 'renew']) {
      await change(feed, words);
      await seconds(61);
      expect([words, await statusAt(feed)]).toEqual([words, 'outage']);
    }
    const version = async (data: string) => {
      const read = await readKeyring(layoutOf(data));
      return read.ok ? read.keyring.keyset.version : null;
    };
    clock.forward(3_600_000);
    await seconds(1);
    expect(await version(second)).toBe(await version(first));
    const trust = JSON.parse(await readFile(layoutOf(second).trust, 'utf8'));
    expect(trust.bases).toEqual([feed.base]);
  });

  test('follows into a new epoch, in which the sequence begins anew', async () => {
    const { feed, seconds } = await startBoth();
    await change(feed, 'rotate', true);
    await seconds(2);
    const { payload } = await (await readerOf(feed)).refresh('event');
    expect([payload?.epoch, payload?.services.facebook?.status]).toEqual([2, 'outage']);
  });

  test('still signs one feed for one sequence after it was started again', async () => {
    const { feed, witness, seconds } = await startBoth();
    await change(feed, 'rotate', true);
    await seconds(2);
    await witness.stop();
    const again = await startTestFeed({ role: 'witness', data: second }, { clock });
    const file = Buffer.from(await (await fetch(`${feed.base}/v1/feed.json`)).arrayBuffer());
    const answer = await fetch(`${again.base}/v1/witness`, { method: 'POST', body: file });
    expect(await answer.json()).toEqual({ fault: 'sequence-passed' });
  });

  test('takes none that the root did not sign, none that is older, and asks for none too often', async () => {
    const { feed, witness } = await startBoth();
    const keys = join(second, 'keys', 'keyset.json');
    const before = await readFile(keys, 'utf8');
    const stranger = join(await temporaryFolder(), 'stranger');
    const theirs = await openKeys(layoutOf(stranger), 'all', clock.now());
    const forged = Buffer.from(theirs.file()?.bytes ?? '').toString();
    const nothing = JSON.stringify({ ...JSON.parse(before), payload: 'e30' });
    for (const [what, text] of [
      ['a stranger’s', forged],
      ['changed', nothing],
      ['no JSON', '{'],
      ['the same', before],
    ] as const) {
      let asked = 0;
      const other = await startTestFeed(
        { role: 'witness', data: second, bases: ['https://feed.example'] },
        {
          clock,
          fetch: async () => {
            asked += 1;
            return { ok: true, status: 200, type: 'application/jose+json', text };
          },
        },
      );
      const unknown = await signEnvelope(jsonBytes({}), [await strangersKey()]);
      for (let time = 0; time < 5; time += 1) {
        const answer = await fetch(`${other.base}/v1/witness`, {
          method: 'POST',
          body: Buffer.from(jsonBytes(unknown)),
        });
        expect(await answer.json()).toEqual({ fault: 'not-signed' });
      }
      expect([what, asked]).toEqual([what, 1]);
      expect(await readFile(keys, 'utf8')).toBe(before);
      await other.stop();
    }
    await Promise.all([feed.stop(), witness.stop()]);
  });
});
