import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { signEnvelope, jsonBytes } from '../../../feed/signing/sign-envelope.ts';
import { makePrivateKey, readySigningKey } from '../../../feed/signing/signing-key.ts';
import { bucketOf } from '../../../lib/model/report.ts';
import { createFeedClient } from '../../../lib/feed/client.ts';
import { createMemoryArea } from '../../../lib/storage/memory-area.ts';
import { keepForAllTests, readerOf, startTestFeed, type TestFeed } from '../server/test-feed.ts';
import { head, rawRequest, statusOf } from './raw-socket.ts';

let feed: TestFeed;
beforeAll(async () => {
  feed = await startTestFeed({ trustProxy: false });
  await feed.tick();
  keepForAllTests();
});

const counts = async (of = feed): Promise<Record<string, number>> => {
  const text = await (await fetch(`${of.base}/metrics`)).text();
  const found = [...text.matchAll(/oh_feed_reports\{fate="([\w-]+)"\} (\d+)/g)];
  return Object.fromEntries(found.map(([, fate, count]) => [fate, Number(count)]));
};
/** What an attempt changed in the counts of reports. */
const changes = async (attempt: () => Promise<unknown>, of = feed): Promise<Record<string, number>> => {
  const before = await counts(of);
  await attempt();
  const after = Object.entries(await counts(of)).map(
    ([fate, count]) => [fate, count - (before[fate] ?? 0)] as const,
  );
  return Object.fromEntries(after.filter(([, change]) => change !== 0));
};
const good = () =>
  JSON.stringify({ v: 1, service: 'facebook', kind: 'errors', bucket: bucketOf(feed.clock.now()) });
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${feed.base}/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

describe('a report', () => {
  const bucket = bucketOf(feed?.clock.now() ?? Date.parse('2024-03-05T15:00:00.000Z'));
  const text = (more: object) =>
    JSON.stringify({ v: 1, service: 'facebook', kind: 'errors', bucket, ...more });
  test.each([
    ['oversize', ' '.repeat(257), 'too-long'],
    ['malformed', '{"v":1', 'malformed'],
    ['empty', '', 'malformed'],
    ['of no UTF-8', new Uint8Array([0xff, 0xfe, 0x7b]), 'malformed'],
    ['that is a list', '[]', 'malformed'],
    ['that is null', 'null', 'malformed'],
    ['with a key too many', text({ id: 'me' }), 'malformed'],
    ['of another version', text({ v: 2 }), 'malformed'],
    ['of an unknown kind', text({ kind: 'hacked' }), 'malformed'],
    ['with a prototype key', `{"__proto__":{"v":1},${text({}).slice(1)}`, 'malformed'],
    ['with a constructor key', `{"constructor":{},${text({}).slice(1)}`, 'malformed'],
    ['with a huge number', text({}).replace(String(bucket), '1e308'), 'malformed'],
    ['with a number beyond all numbers', text({}).replace(String(bucket), '9'.repeat(100)), 'malformed'],
    ['with a negative bucket', text({ bucket: -1 }), 'malformed'],
    ['of tomorrow', text({ bucket: bucket + 288 }), 'bucket'],
    ['of an hour ago', text({ bucket: bucket - 12 }), 'bucket'],
    ['replayed from yesterday', text({ bucket: bucket - 288 }), 'bucket'],
    ['on a site that the feed does not speak of', text({ service: 'site:example.org' }), 'service'],
    ['on a path for a service', text({ service: 'site:../../etc/passwd' }), 'malformed'],
  ])('%s is answered 204 and counts for nothing', async (_what, body, fate) => {
    const changed = await changes(async () => expect((await post(body)).status).toBe(204));
    expect(changed.accepted).toBeUndefined();
    expect(changed[fate]).toBe(1);
  });

  test.each([
    ['of the wrong type', { 'content-type': 'text/plain' }, 'wrong-type'],
    ['of no type', { 'content-type': '' }, 'wrong-type'],
    ['that a page on the web has its visitors send', { origin: 'https://evil.example' }, 'web-page'],
    ['from a page that hides where it is', { origin: 'null' }, 'web-page'],
  ])('%s is answered 204 and counts for nothing', async (_what, headers, fate) => {
    expect(await changes(async () => expect((await post(good(), headers)).status).toBe(204))).toEqual({
      [fate]: 1,
    });
  });

  test('without end is not read to its end', async () => {
    const { hostname, port } = new URL(feed.base);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(head('POST', '/v1/reports', 'Content-Type: application/json', 'Transfer-Encoding: chunked'));
    const chunk = `400\r\n${'x'.repeat(1024)}\r\n`;
    let sent = 0;
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    const pump = (): void => {
      while (!socket.destroyed && sent < 2e9) {
        sent += chunk.length;
        if (!socket.write(chunk)) return void socket.once('drain', pump);
      }
    };
    let answer = '';
    socket.on('data', (part) => (answer += String(part)));
    pump();
    await closed;
    expect(statusOf(answer)).toBe(204);
    expect(sent).toBeLessThan(100e6);
  });

  test('a fourth of one network in one bucket counts for nothing', async () => {
    await feed.seconds(1);
    const changed = await changes(async () => {
      for (let times = 0; times < 5; times += 1) await post(good());
    });
    expect(changed).toMatchObject({ received: 5, accepted: 3, 'too-many': 2 });
  });
});

describe('X-Forwarded-For', () => {
  test('is believed by nobody without --trust-proxy: all the world is one network', async () => {
    const lone = await startTestFeed({ trustProxy: false });
    await lone.tick();
    const changed = await changes(async () => {
      for (let index = 0; index < 8; index += 1)
        await fetch(`${lone.base}/v1/reports`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': `20.${index}.1.1` },
          body: good(),
        });
    }, lone);
    expect(changed).toMatchObject({ accepted: 3, 'too-many': 5 });
  });

  test('counts by its last entry with --trust-proxy: what the client put before it is worth nothing', async () => {
    const behind = await startTestFeed({ trustProxy: true });
    await behind.tick();
    const changed = await changes(async () => {
      for (let index = 0; index < 8; index += 1)
        await fetch(`${behind.base}/v1/reports`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': `20.${index}.1.1, 30.1.1.1` },
          body: good(),
        });
    }, behind);
    expect(changed).toMatchObject({ accepted: 3, 'too-many': 5 });
  });
});

describe('on the wire', () => {
  const json = 'Content-Type: application/json';
  test.each([
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400],
    ['a header of 100 kB', head('GET', '/v1/feed.json', `X-Long: ${'x'.repeat(100_000)}`), 431],
    [
      'ten thousand headers',
      head('GET', '/v1/feed.json', ...Array.from({ length: 10_000 }, (_, i) => `X-${i}: 1`)),
      431,
    ],
    ['two lengths', head('POST', '/v1/reports', json, 'Content-Length: 2', 'Content-Length: 3') + '{}', 400],
    [
      'a length and chunks',
      head('POST', '/v1/reports', json, 'Content-Length: 2', 'Transfer-Encoding: chunked') + '{}',
      400,
    ],
    ['a negative length', head('POST', '/v1/reports', json, 'Content-Length: -1'), 400],
    ['a chunk of nonsense', head('POST', '/v1/reports', json, 'Transfer-Encoding: chunked') + 'zz\r\n', 400],
    ['a name with a line break', head('GET', '/v1/feed.json', 'X-A: b\nX-C: d\x00'), 400],
    ['no host', 'GET /v1/feed.json HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['an unknown method', head('HACK', '/v1/feed.json'), 400],
  ])('%s is refused and hung up on', async (_what, bytes, status) => {
    expect(statusOf(await rawRequest(feed.base, bytes))).toBe(status);
  });

  test.each([
    '/v1/../keys/keyset.json',
    '/../../etc/passwd',
    '/v1/%2e%2e/%2e%2e/keys/root.json',
    '/v1/feed.json/../../trust.json',
    '/v1//feed.json',
    '/v1/feed.json%00',
    '/v1/feed.json;.html',
    '/V1/FEED.JSON',
    '\\v1\\feed.json',
    '/history.sqlite',
    '/%ff%fe',
    '//evil.example/v1/feed.json',
  ])('the path %s leads nowhere', async (path) => {
    const answer = await rawRequest(feed.base, head('GET', path));
    expect([400, 404]).toContain(statusOf(answer));
    expect(answer).not.toMatch(/root:|"kty"|signatures|SQLite/);
  });

  test('clients that are slow to say what they want are hung up on, and hold nobody up meanwhile', async () => {
    const began = performance.now();
    const slow = [
      rawRequest(feed.base, 'POST /v1/reports HTTP/1.1\r\nHost: a\r\nContent-Le'),
      rawRequest(feed.base, head('POST', '/v1/reports', json, 'Content-Length: 100'), '{'),
      rawRequest(feed.base, ''),
    ];
    expect((await fetch(`${feed.base}/v1/feed.json`)).status).toBe(200);
    expect((await Promise.all(slow)).map(statusOf)).toEqual([408, 408, 408]);
    // Node by itself would wait a minute for headers and five for a body.
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  test('many requests in one go are answered one by one', async () => {
    const one = 'GET /v1/feed.json HTTP/1.1\r\nHost: a\r\n\r\n';
    const answer = await rawRequest(feed.base, one.repeat(50) + head('GET', '/healthz'));
    expect(answer.match(/HTTP\/1\.1 200/g)).toHaveLength(51);
  });
});

describe('a feed', () => {
  const judge = async (bytes: Uint8Array | string) => {
    const client = createFeedClient({
      trust: JSON.parse(await readFile(feed.trustPath, 'utf8')),
      bases: ['https://feed.example'],
      fetch: async () =>
        new Response(bytes as BodyInit, { headers: { 'content-type': 'application/jose+json' } }),
      area: createMemoryArea(),
      now: feed.clock.now,
      random: () => 0,
    });
    const { state, fault } = await client.refresh('event');
    return { state, fault };
  };
  const own = async () =>
    (await (await fetch(`${feed.base}/v1/feed.json`)).json()) as {
      payload: string;
      signatures: { protected: string; signature: string }[];
    };
  const payloadOf = (file: { payload: string }) =>
    JSON.parse(Buffer.from(file.payload, 'base64url').toString());

  test('of the server is believed as it is', async () =>
    expect(await judge(JSON.stringify(await own()))).toEqual({ state: 'verified', fault: null }));

  test('that was changed on its way is not', async () => {
    const file = await own();
    const changed = JSON.stringify({ ...payloadOf(file), sequence: 9e9 });
    const forged = { ...file, payload: Buffer.from(changed).toString('base64url') };
    expect(await judge(JSON.stringify(forged))).toEqual({ state: 'invalid', fault: 'signature-wrong' });
  });

  /** A feed that fits every rule but that a stranger signed it, under the name of our key. */
  const forgedFeed = async (): Promise<string> => {
    const file = await own();
    const stranger = await readySigningKey(await makePrivateKey('feed'));
    const kid = JSON.parse(Buffer.from(file.signatures[0]?.protected ?? '', 'base64url').toString()).kid;
    if (!stranger) throw new Error('a key');
    const named = { ...stranger, public: { ...stranger.public, kid } };
    return JSON.stringify(await signEnvelope(jsonBytes(payloadOf(file)), [named]));
  };

  test('that a stranger signed under the name of our key is not', async () =>
    expect((await judge(await forgedFeed())).state).toBe('invalid'));

  test('the keyset is no feed, though the same root stands behind it', async () =>
    expect((await judge(await (await fetch(`${feed.base}/v1/keys.json`)).text())).state).toBe('invalid'));

  test('replayed after a newer one is rolled back', async () => {
    const old = JSON.stringify(await own());
    await feed.seconds(61);
    const reader = await readerOf(feed);
    await reader.refresh('event');
    feed.clock.forward(60_000);
    await writeFile(join(feed.data, 'published', 'feed.json'), old);
    // The server itself reads back what it finds: its own signature on it does not make it newer.
    await feed.seconds(1);
    const served = await own();
    expect(payloadOf(served).sequence).toBeGreaterThan(payloadOf(JSON.parse(old)).sequence);
    expect((await reader.refresh('event')).state).toBe('verified');
  });

  test('that somebody wrote in the place of ours is never served, and soon replaced', async () => {
    const path = join(feed.data, 'published', 'feed.json');
    const damaged = async () => JSON.stringify(await own()).replace('"payload":"', '"payload":"e30');
    const untilPublished = async (): Promise<void> => {
      const before = feed.sequence();
      while (feed.sequence() === before) await feed.seconds(1);
    };
    for (const make of [() => '{}', () => 'x'.repeat(1e6), damaged, forgedFeed]) {
      await untilPublished();
      await writeFile(path, await make());
      await feed.seconds(6);
      expect((await judge(JSON.stringify(await own()))).state).toBe('verified');
      await untilPublished();
      const hash = (text: string) => createHash('sha256').update(text).digest('hex');
      expect(hash(await readFile(path, 'utf8'))).toBe(hash(JSON.stringify(await own())));
    }
  });
});
