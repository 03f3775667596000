import { expect, test } from 'vitest';
import { rememberFeeds } from '../../../feed/start/remember-feeds.ts';
import { makePayload, type Services } from '../../../feed/publish/payload.ts';
import { openHistory } from '../../../feed/store/history.ts';
import { calmEntry, outageEntry } from '../../platform/feed/sample-payload.ts';
import { afterTest, START } from './test-feed.ts';

const DAY = 86_400_000;

const memory = () => {
  const history = openHistory(':memory:');
  afterTest(async () => history.close());
  const remember = rememberFeeds(history);
  const say = (at: number, services: Services, sequence = Math.floor(at / 1000)): void =>
    remember(makePayload({ epoch: 1, sequence }, at, 1, services), at);
  return { history, say };
};

test('what changed is remembered with its time, what stays the same only once', () => {
  const { history, say } = memory();
  for (const minute of [0, 1, 2]) say(START + minute * 60_000, { facebook: calmEntry(), x: calmEntry() });
  say(START + 180_000, { facebook: outageEntry(START), x: calmEntry() });
  const kept = (service: string) => history.recentEntries(service, 0).map(({ at }) => (at - START) / 60_000);
  expect(kept('facebook')).toEqual([0, 3]);
  expect(kept('x')).toEqual([0]);
});

test('it is let go of after 90 days', () => {
  const { history, say } = memory();
  say(START, { facebook: calmEntry() });
  say(START + 91 * DAY, { facebook: outageEntry(START) });
  expect(history.recentEntries('facebook', 0)).toHaveLength(1);
});

test('the sequence is remembered, but not one that nobody honest came to', () => {
  const { history, say } = memory();
  say(START, {});
  expect(history.lastSequence()).toBe(START / 1000);
  say(START, {}, 9e15);
  expect(history.lastSequence()).toBe(START / 1000);
});
