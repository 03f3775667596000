import { Writable } from 'node:stream';
import { createClient, RESP_TYPES } from '@redis/client';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { afterTest, report, startTestFeed } from '../server/test-feed.ts';
import { startRedis } from '../store/start-redis.ts';
import { head, rawRequest } from './raw-socket.ts';

/** Addresses that would be found if they were kept, from blocks that are for documentation. */
const V4 = ['203.0.113.77', '198.51.100.201', '192.0.2.143'];
const V6 = '2001:db8:aced:5eed::77';

/** The ways in which an address, or the network it is in, could stand in some bytes. */
const traces = (): Buffer[] => {
  const text = (of: string): Buffer => Buffer.from(of, 'latin1');
  const forms = V4.flatMap((address) => {
    const numbers = address.split('.').map(Number);
    const network = address.split('.').slice(0, 3).join('.');
    const hex = Buffer.from(numbers).toString('hex');
    return [
      text(address),
      text(network),
      text(hex),
      text(Buffer.from(address).toString('base64')),
      Buffer.from(numbers),
    ];
  });
  const six = ['2001:db8:aced', '2001:0db8:aced', '20010db8aced', 'aced:5eed'].map(text);
  return [...forms, ...six, Buffer.from('20010db8aced', 'hex'), text('127.0.0.1:'), text('x-forwarded-for')];
};
const foundIn = (bytes: Buffer): string[] =>
  traces()
    .filter((trace) => bytes.includes(trace))
    .map((trace) => trace.toString('latin1'));

const filesBelow = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const everythingIn = async (url: string): Promise<Buffer> => {
  const client = await createClient({ url }).connect();
  const binary = client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
  const parts: Buffer[] = [];
  for (const key of await client.keys('*')) {
    parts.push(Buffer.from(key));
    const dump = (await binary.dump(key)) as unknown;
    parts.push(Buffer.isBuffer(dump) ? dump : Buffer.from(String(dump), 'latin1'));
    if ((await client.type(key)) === 'hash')
      parts.push(Buffer.from(JSON.stringify(await client.hGetAll(key))));
    if ((await client.type(key)) === 'set')
      parts.push(Buffer.from(JSON.stringify(await client.sMembers(key))));
    if ((await client.type(key)) === 'zset')
      parts.push(Buffer.from(JSON.stringify(await client.zRange(key, 0, -1))));
  }
  client.destroy();
  return Buffer.concat(parts);
};

const use = async (redis: string | null) => {
  let logged = '';
  const sink = new Writable({
    write(part, _encoding, done) {
      logged += String(part);
      done();
    },
  });
  const feed = await startTestFeed(
    { redis, bases: ['https://feed.example'] },
    { log: pino({ level: 'trace' }, sink) },
  );
  await feed.seconds(1);
  for (const address of [...V4, V6])
    for (const kind of ['forced-logout', 'errors', 'presence', 'errors', 'errors', 'errors'] as const)
      await report(feed.base, kind, feed.clock.now(), `10.9.8.7, ${address}`);
  for (const path of ['/', '/v1/feed.json', '/nowhere', '/metrics'])
    await fetch(`${feed.base}${path}`, { headers: { 'x-forwarded-for': V4[0] ?? '' } });
  await rawRequest(feed.base, head('HACK', '/', `X-Forwarded-For: ${V4[1]}`));
  await fetch(`${feed.base}/v1/reports`, {
    method: 'POST',
    body: V4[2] ?? '',
    headers: { 'x-forwarded-for': V6 },
  });
  await feed.seconds(125);
  const texts = await Promise.all(
    ['/', '/v1/feed.json', '/metrics', '/healthz'].map(async (path) =>
      (await fetch(`${feed.base}${path}`)).text(),
    ),
  );
  expect(texts[2]).toMatch(/oh_feed_reports\{fate="accepted"\} 12/);
  return { feed, texts, logged: () => logged };
};

test('no address and no network is in the data folder, in the logs, or in anything that is served', async () => {
  const { feed, texts, logged } = await use(null);
  const live = await Promise.all((await filesBelow(feed.data)).map((path) => readFile(path)));
  await feed.stop();
  const files = await filesBelow(feed.data);
  expect(files.length).toBeGreaterThan(5);
  for (const path of files) expect([path, foundIn(await readFile(path))]).toEqual([path, []]);
  for (const bytes of live) expect(foundIn(bytes)).toEqual([]);
  expect(logged()).toContain('published');
  // Where the server listens is no secret, and is the one address in the logs.
  expect(foundIn(Buffer.from(logged().replaceAll(feed.base, 'BASE')))).toEqual([]);
  for (const text of texts) expect(foundIn(Buffer.from(text))).toEqual([]);
});

test('no address and no network is in Redis, though the counts are', async () => {
  const redis = await startRedis();
  afterTest(() => redis.end());
  await use(redis.url);
  const all = await everythingIn(redis.url);
  expect(all.includes('facebook')).toBe(true);
  expect(all.length).toBeGreaterThan(500);
  expect(foundIn(all)).toEqual([]);
});

test('the search finds what it looks for', () => {
  for (const trace of [V4[0], '203.0.113', 'cb00714d', '2001:db8:aced::'])
    expect(foundIn(Buffer.from(`some ${trace} text`)).length).toBeGreaterThan(0);
  expect(foundIn(Buffer.from([1, 2, 203, 0, 113, 77, 9]))).not.toEqual([]);
});
