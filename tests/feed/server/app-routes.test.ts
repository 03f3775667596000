import { expect, test } from 'vitest';
import { createApp, type AppParts } from '../../../feed/http/create-app.ts';
import { servedFile } from '../../../feed/publish/current-file.ts';

const parts = (changes: Partial<AppParts> = {}) => {
  const reports: string[] = [];
  const dropped: string[] = [];
  const app = createApp({
    feed: () => servedFile(Buffer.from('{}')),
    keys: () => null,
    page: () => ({ html: '<!doctype html>', styleHash: 'sha256-x' }),
    health: () => ({ ok: true, feedAgeSeconds: 1, sequence: 2 }),
    metrics: async () => ({ type: 'text/plain', text: '' }),
    report: (body) => void reports.push(new TextDecoder().decode(body)),
    dropped: (reason) => void dropped.push(reason),
    witness: null,
    ...changes,
  });
  return { app, reports, dropped };
};
const json = { 'content-type': 'application/json' };

test('the framework answers reports as the fast path does', async () => {
  const { app, reports, dropped } = parts();
  const post = (body: string, headers: Record<string, string> = json) =>
    app.request('/v1/reports', { method: 'POST', headers, body });
  expect((await post('{"v":1}')).status).toBe(204);
  expect((await post('x'.repeat(257))).status).toBe(204);
  expect((await post('{"v":1}', { 'content-type': 'text/plain' })).status).toBe(204);
  expect((await post('{"v":1}', { ...json, origin: 'https://example.org' })).status).toBe(204);
  expect((await post('{"v":2}', { ...json, origin: 'moz-extension://0a' })).status).toBe(204);
  expect(reports).toEqual(['{"v":1}', '{"v":2}']);
  expect(dropped).toEqual(['too-long', 'wrong-type', 'web-page']);
});

test('a node that takes no reports has no such route', async () => {
  const { app } = parts({ report: null });
  expect((await app.request('/v1/reports', { method: 'POST', headers: json, body: '{}' })).status).toBe(404);
});

test('keys that this node has not got are 503, not an empty file', async () => {
  expect((await parts().app.request('/v1/keys.json')).status).toBe(503);
});

test('what goes wrong inside is told to nobody', async () => {
  const { app } = parts({
    page: () => {
      throw new Error('/home/operator/secret');
    },
  });
  const answer = await app.request('/');
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('secret');
});

test('a witness answers what it has to say, and refuses more than a feed can be', async () => {
  const { app } = parts({ witness: async (bytes) => ({ status: 200, json: { bytes: bytes.length } }) });
  const post = (body: string) => app.request('/v1/witness', { method: 'POST', body });
  expect(await (await post('abc')).json()).toEqual({ bytes: 3 });
  expect((await post('x'.repeat(65_537))).status).toBe(413);
  expect((await app.request('/v1/witness')).status).toBe(405);
});
