import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createHotRoutes } from '../../../feed/http/hot-routes.ts';
import { clientAddress } from '../../../feed/http/client-address.ts';
import { whyNoReport } from '../../../feed/http/report-gate.ts';
import { names } from '../../../feed/http/answer.ts';
import { bucketOf } from '../../../lib/model/report.ts';
import { keepForAllTests, startTestFeed, type TestFeed } from '../server/test-feed.ts';
import { head, rawRequest } from './raw-socket.ts';

let feed: TestFeed;
beforeAll(async () => {
  feed = await startTestFeed();
  await feed.tick();
  keepForAllTests();
});

const visible = fc.string({
  unit: fc.constantFrom(...'\t !"#$%&\'()*+,-./0123456789:;<=>?@AZ[\\]^_`az{|}~é'),
});
const almostReport = fc
  .record(
    {
      v: fc.oneof(fc.constant(1), fc.jsonValue()),
      service: fc.oneof(fc.constantFrom('facebook', 'x', 'site:a.example', '__proto__'), fc.string()),
      kind: fc.oneof(fc.constantFrom('errors', 'presence', 'constructor'), fc.string()),
      bucket: fc.oneof(fc.integer(), fc.double(), fc.constant(null), fc.bigInt().map(String)),
      __proto__: fc.jsonValue(),
    },
    { requiredKeys: [] },
  )
  .map((one) => Buffer.from(JSON.stringify(one)));
const body = fc.oneof(
  fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes)),
  almostReport,
);
const report = () =>
  JSON.stringify({ v: 1, service: 'facebook', kind: 'errors', bucket: bucketOf(feed.clock.now()) });

/** Changes a few bytes of a good request. */
const damaged = fc
  .tuple(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }), fc.nat(3))
  .map(([edits, doubled]) => {
    const text = report();
    const whole =
      head('POST', '/v1/reports', 'Content-Type: application/json', `Content-Length: ${text.length}`) + text;
    const bytes = Buffer.from(whole, 'latin1');
    for (const [place, byte] of edits) bytes[place % bytes.length] = byte;
    return bytes.toString('latin1').repeat(doubled + 1);
  });

test('whatever a body holds, the answer is 204, and nothing is told by it', async () => {
  await fc.assert(
    fc.asyncProperty(
      body,
      fc.constantFrom('application/json', 'text/plain', 'application/json; charset=x'),
      async (bytes, type) => {
        const answer = await fetch(`${feed.base}/v1/reports`, {
          method: 'POST',
          headers: { 'content-type': type },
          body: new Uint8Array(bytes),
        });
        return answer.status === 204 && (await answer.text()) === '';
      },
    ),
    { numRuns: 600, seed: 1 },
  );
});

test('whatever bytes come on the wire, the server answers with less than 500 or hangs up, and lives', async () => {
  await fc.assert(
    fc.asyncProperty(damaged, async (bytes) => {
      const answer = await rawRequest(feed.base, `${bytes}\r\n\r\n${head('GET', '/healthz')}`);
      return !/HTTP\/1\.1 5/.test(answer);
    }),
    { numRuns: 700, seed: 2 },
  );
  expect((await fetch(`${feed.base}/healthz`)).status).toBe(200);
}, 60_000);

test('headers of every kind are read without a fault', () => {
  fc.assert(
    fc.property(visible, visible, visible, fc.boolean(), (one, two, three, proxy) => {
      expect(typeof clientAddress({ socket: '127.0.0.1', forwarded: one }, proxy)).toBe('string');
      whyNoReport(one, two, three, 256);
      names(one, '"etag"');
    }),
    { numRuns: 10_000, seed: 3 },
  );
});

test('only an address ever comes out of X-Forwarded-For, and only the last', () => {
  const of = (forwarded: string) => clientAddress({ socket: '9.9.9.9', forwarded }, true);
  expect(of('1.1.1.1, 2.2.2.2')).toBe('2.2.2.2');
  expect(of('1.1.1.1,2.2.2.2:4711')).toBe('2.2.2.2');
  expect(of('[2001:db8::1]:4711')).toBe('2001:db8::1');
  expect(of('2001:db8::2')).toBe('2001:db8::2');
  for (const nonsense of [
    '',
    ',',
    'unknown',
    '_hidden',
    '1.1.1.1,',
    '999.1.1.1',
    '1.1.1',
    'localhost',
    '1.1.1.1 x',
  ])
    expect(of(nonsense)).toBe('9.9.9.9');
});

test('the fast path leaves every other route alone', () => {
  const hot = createHotRoutes({
    feed: () => null,
    accept: null,
    dropped: () => undefined,
    trustProxy: false,
    regionHeader: null,
  });
  const ask = (method: string, url: string) => hot({ method, url, headers: {} } as never, {} as never);
  expect(ask('GET', '/')).toBe(false);
  expect(ask('POST', '/v1/feed.json')).toBe(false);
  expect(ask('POST', '/v1/reports')).toBe(false);
});
