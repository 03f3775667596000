import { beforeAll, expect, test } from 'vitest';
import { keepForAllTests, report, startTestFeed, type TestFeed } from './test-feed.ts';

let feed: TestFeed;
beforeAll(async () => {
  feed = await startTestFeed();
  await feed.tick();
  keepForAllTests();
});
const ask = (path: string, init?: RequestInit) => fetch(`${feed.base}${path}`, init);

test.each(['/v1/feed.json', '/v1/keys.json', '/v1/feed.json?again=1'])(
  '%s is served with its type, a strong validator, for caches, to every origin',
  async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/jose+json');
    expect(answer.headers.get('etag')).toMatch(/^"[\w-]+"$/);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=20, stale-while-revalidate=40');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-expose-headers')).toBe('age, date, retry-after');
    expect(await answer.json()).toHaveProperty('signatures');
  },
);

test.each(['/v1/feed.json', '/v1/keys.json'])('%s answers 304 to whoever has it already', async (path) => {
  const etag = (await ask(path)).headers.get('etag') ?? '';
  for (const value of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await ask(path, { headers: { 'if-none-match': value } });
    expect(again.status).toBe(304);
    expect(again.headers.get('etag')).toBe(etag);
    expect(await again.text()).toBe('');
  }
  expect((await ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
});

test('the validator changes with the feed', async () => {
  const before = (await ask('/v1/feed.json')).headers.get('etag');
  await feed.seconds(61);
  expect((await ask('/v1/feed.json')).headers.get('etag')).not.toBe(before);
});

test('HEAD answers like GET, without the body', async () => {
  for (const path of ['/v1/feed.json', '/v1/keys.json', '/', '/healthz']) {
    const [head, get] = [await ask(path, { method: 'HEAD' }), await ask(path)];
    expect(head.status).toBe(get.status);
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
    expect(await head.text()).toBe('');
  }
});

test.each([
  ['DELETE', '/v1/feed.json', 'GET, HEAD'],
  ['POST', '/v1/keys.json', 'GET, HEAD'],
  ['GET', '/v1/reports', 'POST, OPTIONS'],
  ['PUT', '/healthz', 'GET, HEAD'],
  ['POST', '/', 'GET, HEAD'],
])('%s %s is not allowed, and it is said what is', async (method, path, allow) => {
  const answer = await ask(path, { method });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe(allow);
});

test.each(['/v1/', '/v1/feed', '/v2/feed.json', '/v1/witness', '/keys/keyset.json', '/favicon.ico'])(
  '%s is not found',
  async (path) => expect((await ask(path)).status).toBe(404),
);

test('a browser may ask whether it may report', async () => {
  const answer = await ask('/v1/reports', { method: 'OPTIONS' });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('access-control-allow-headers')).toBe('content-type');
  expect(answer.headers.get('access-control-allow-methods')).toBe('POST');
});

test('a report is answered 204 with nothing to tell it from any other answer', async () => {
  const answer = await report(feed.base, 'errors', feed.clock.now(), '20.1.2.3');
  expect(answer.status).toBe(204);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('set-cookie')).toBeNull();
});

test('the page may show itself and nothing else', async () => {
  const page = await ask('/');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/style-src 'sha256-[\w+/=]+'/);
  expect(policy).not.toContain('unsafe');
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await page.text()).not.toContain('<script');
});

test('the page speaks the language that the browser or the address asks for', async () => {
  const french = await ask('/', { headers: { 'accept-language': 'fr-FR,fr;q=0.9' } });
  expect(french.headers.get('vary')).toBe('Accept-Language');
  expect(await french.text()).toContain('<html lang="fr"');
  expect(await (await ask('/?lang=fr')).text()).toContain('<html lang="fr"');
  expect(await (await ask('/?lang=fr', { headers: { 'accept-language': 'en' } })).text()).toContain(
    'lang="fr"',
  );
  expect(await (await ask('/')).text()).toContain('<html lang="en"');
});

test('health is good while readers believe the feed, and no longer', async () => {
  feed.clock.forward(61_000);
  await feed.tick();
  expect(await (await ask('/healthz')).json()).toMatchObject({ ok: true, feedAgeSeconds: 0 });
  feed.clock.forward(11 * 60_000);
  const late = await ask('/healthz');
  expect(late.status).toBe(503);
  expect(await late.json()).toMatchObject({ ok: false, feedAgeSeconds: 660 });
  await feed.tick();
  expect((await ask('/healthz')).status).toBe(200);
});

test('metrics tell what became of reports, of the feed and of the keys', async () => {
  const feed = await startTestFeed();
  const ask = (path: string, init?: RequestInit) => fetch(`${feed.base}${path}`, init);
  await feed.tick();
  await report(feed.base, 'errors', feed.clock.now(), '20.1.2.3');
  await report(feed.base, 'errors', feed.clock.now() - 3_600_000, '20.1.2.3');
  await ask('/v1/reports', { method: 'POST', body: 'x' });
  const text = await (await ask('/metrics')).text();
  expect(text).toContain('oh_feed_reports{fate="received"} 2');
  expect(text).toContain('oh_feed_reports{fate="accepted"} 1');
  expect(text).toContain('oh_feed_reports{fate="bucket"} 1');
  expect(text).toContain('oh_feed_reports{fate="wrong-type"} 1');
  expect(text).toContain(`oh_feed_sequence ${feed.sequence()}`);
  expect(text).toMatch(/oh_feed_keyset_days_left 36[45]/);
  expect(text).toContain('oh_feed_service_status{service="facebook",status="unknown"} 1');
  expect(text).toContain('oh_feed_rounds_total{outcome="published"} 1');
});

test('before the first feed is signed there is none, and it is said when to ask again', async () => {
  const fresh = await startTestFeed();
  const answer = await fetch(`${fresh.base}/v1/feed.json`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('5');
  expect((await fetch(`${fresh.base}/`)).status).toBe(200);
});
