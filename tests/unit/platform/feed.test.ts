import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readTrust, verifyKeys } from '../../../lib/feed/trust.ts';
import { verifyFeed, type VerifiedFeed } from '../../../lib/feed/verify-feed.ts';
import type { FeedFault } from '../../platform/feed/feed-host.ts';
import { outageEntry } from '../../platform/feed/sample-payload.ts';
import { startPlatform, type Platform } from '../../platform/start-platform.ts';
import { PlatformClient } from './platform-client.ts';

const FEED = 'https://feed.outage-or-hacked.test/v1/';
let platform: Platform;
let client: PlatformClient;

beforeAll(async () => {
  platform = await startPlatform();
  client = new PlatformClient(platform);
});
afterAll(() => platform.close());
beforeEach(() => {
  platform.feed.calm();
});

const readWith = async (fault: FeedFault, last: number | null = null): Promise<VerifiedFeed> => {
  platform.feed.fault = fault;
  const { text } = await client.get(`${FEED}feed.json`);
  const trust = readTrust(platform.feed.keys.trust);
  if (!trust) throw new Error('the trust file does not fit');
  const keys = await verifyKeys(trust.keyset, trust);
  if (!keys) throw new Error('the keyset does not verify');
  const accepted = last === null ? null : { epoch: 1, sequence: last, payload: 'x', witnessed: true };
  return verifyFeed(new TextEncoder().encode(text), keys.keyset, accepted, Date.now());
};

it('serves a feed that the extension’s own verifier believes, saying what the test set', async () => {
  platform.feed.say({ facebook: outageEntry(Date.now()) });
  const read = await readWith('none');
  expect(read).toMatchObject({ ok: true, feed: { services: { facebook: { status: 'outage' } } } });
});

it('fails in each way that was asked for', async () => {
  expect(await readWith('invalid-signature')).toMatchObject({ ok: false });
  expect(await readWith('not-json')).toEqual({ ok: false, fault: 'not-json' });
  expect(await readWith('too-large')).toEqual({ ok: false, fault: 'too-large' });
  expect(await readWith('stale')).toMatchObject({ ok: false });
  expect(await readWith('rolled-back', 1000)).toEqual({ ok: false, fault: 'sequence-passed' });
  platform.feed.fault = 'unreachable';
  expect((await client.get(`${FEED}feed.json`)).status).toBe(503);
});

it('is read as degraded when the witness is missing', async () => {
  platform.feed.say({ facebook: outageEntry(Date.now()) });
  expect(await readWith('no-witness')).toMatchObject({
    ok: true,
    feed: { services: { facebook: { status: 'degraded' } } },
  });
});

it('may be read by anybody, has a strong tag, and answers 304 to it', async () => {
  const first = await client.get(`${FEED}keys.json`);
  expect(first.headers['access-control-allow-origin']).toBe('*');
  expect(first.headers.etag).toMatch(/^"[\w-]+"$/);
  const again = await client.get(`${FEED}keys.json`, {
    headers: { 'if-none-match': first.headers.etag ?? '' },
  });
  expect([again.status, again.text]).toEqual([304, '']);
});

it('takes reports and answers 204', async () => {
  const reply = await client.ask(`${FEED}reports`, { method: 'POST', body: '{"v":1}' });
  expect([reply.status, platform.feed.reports.at(-1)]).toEqual([204, '{"v":1}']);
});
