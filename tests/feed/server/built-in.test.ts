import { expect, test } from 'vitest';
import { readFeedConfig } from '../../../scripts/build/feed-config.ts';
import { startTestFeed } from './test-feed.ts';

test('the line that the server prints builds a package with its feed in it', async () => {
  const feed = await startTestFeed();
  const config = readFeedConfig({ WXT_FEED_BASES: feed.base, WXT_FEED_TRUST: feed.trustPath });
  expect(config.bases).toEqual([feed.base]);
  expect(config.trust).toMatchObject({ format: 'outage-or-hacked/trust@1', bases: [feed.base] });
});

test('a package reads no feed without TLS, but from this very machine', async () => {
  const feed = await startTestFeed();
  for (const base of ['http://feed.example', 'http://192.168.0.2:8787', 'ftp://127.0.0.1', 'feed.example'])
    expect(() => readFeedConfig({ WXT_FEED_BASES: base, WXT_FEED_TRUST: feed.trustPath })).toThrow(
      'is no https address',
    );
});
