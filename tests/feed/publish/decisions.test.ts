import { describe, expect, test } from 'vitest';
import { changedServices, whyPublish } from '../../../feed/publish/publish-due.ts';
import { createClockWatch } from '../../../feed/publish/clock-watch.ts';
import { createDecision } from '../../../feed/publish/decide-services.ts';
import { isPlausible, nextSequence } from '../../../feed/publish/next-sequence.ts';
import { lowerOutages } from '../../../feed/publish/lower-outages.ts';
import { fittingBytes, makePayload } from '../../../feed/publish/payload.ts';
import { createValve, nextRate, WANTED_PER_SECOND } from '../../../feed/publish/valve.ts';
import { within } from '../../../feed/publish/within.ts';
import { feedPayload } from '../../../lib/model/feed.ts';
import { FEED_SIZE_LIMIT } from '../../../lib/model/signed-feed.ts';
import { z } from '../../../lib/model/zod.ts';
import { calmEntry, outageEntry } from '../../platform/feed/sample-payload.ts';

const NOW = Date.parse('2024-03-05T15:20:00.000Z');
const SECONDS = NOW / 1000;
const place = { epoch: 1, sequence: 7 };
const payload = makePayload(place, NOW, 1, { facebook: calmEntry() });

describe('the sequence', () => {
  test('is the Unix time in seconds when nothing is known', () =>
    expect(nextSequence(1, null, 0, NOW)).toBe(SECONDS));
  test('is above the published one and above the remembered one', () => {
    expect(nextSequence(1, { epoch: 1, sequence: SECONDS + 5 }, 0, NOW)).toBe(SECONDS + 6);
    expect(nextSequence(1, { epoch: 1, sequence: 3 }, SECONDS + 8, NOW)).toBe(SECONDS + 9);
  });
  test('rises also when the clock was set back', () =>
    expect(nextSequence(1, { epoch: 1, sequence: SECONDS }, SECONDS, NOW - 9_999_000)).toBe(SECONDS + 1));
  test('begins anew with a new epoch', () =>
    expect(nextSequence(2, { epoch: 1, sequence: Number.MAX_SAFE_INTEGER }, 9e15, NOW)).toBe(SECONDS));
  test('that is used up is not guessed at', () =>
    expect(nextSequence(1, { epoch: 1, sequence: Number.MAX_SAFE_INTEGER }, 0, NOW)).toBeNull());
  test('far ahead of the clock is nobody’s honest work', () => {
    expect(isPlausible(SECONDS + 86_400, NOW)).toBe(true);
    expect(isPlausible(SECONDS * 2, NOW)).toBe(false);
  });
});

describe('a feed is signed', () => {
  const decided = { facebook: calmEntry() };
  const at = (seconds: number, said = decided) => whyPublish(payload, 1, said, NOW + seconds * 1000);
  test('when there is none, or one of another epoch', () => {
    expect(whyPublish(null, 1, decided, NOW)).toBe('first');
    expect(whyPublish(payload, 2, decided, NOW + 1)).toBe('first');
  });
  test('every minute', () => expect([at(59), at(60)]).toEqual([null, 'routine']));
  test('sooner when a status changes, but not more than every five seconds', () => {
    const outage = { facebook: outageEntry(NOW) };
    expect([at(4, outage), at(5, outage)]).toEqual([null, 'change']);
  });
  test('when the one before is from a clock that was set back since', () => expect(at(-60)).toBe('routine'));
  test('not for a mere rise of the numbers', () =>
    expect(changedServices(decided, { facebook: { ...calmEntry(), confidence: 0.5 } })).toEqual([]));
});

describe('the payload', () => {
  test('fits the schema that readers hold it to, for ten minutes', () => {
    expect(z.safeParse(feedPayload, payload).success).toBe(true);
    expect(Date.parse(payload.expiresAt) - Date.parse(payload.issuedAt)).toBe(600_000);
  });
  test('goes without curves when it would be more than readers read', () => {
    const curve = Array.from({ length: 36 }, () => 1_000_000_000);
    const many = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, id) => [`site:s${id}.example`, { ...outageEntry(NOW), curve }]),
      );
    const bytes = fittingBytes(makePayload(place, NOW, 1, many(60))) ?? new Uint8Array();
    expect(bytes.length * (4 / 3)).toBeLessThan(FEED_SIZE_LIMIT);
    expect(new TextDecoder().decode(bytes)).not.toContain('curve');
    expect(
      new TextDecoder().decode(fittingBytes(makePayload(place, NOW, 1, many(5))) ?? undefined),
    ).toContain('curve');
    expect(fittingBytes(makePayload(place, NOW, 1, many(500)))).toBeNull();
  });
});

describe('what the witness did not see', () => {
  test('is lowered to degraded, and nothing else is', () => {
    const said = { facebook: outageEntry(NOW), x: outageEntry(NOW), threads: calmEntry() };
    const lowered = lowerOutages(said, new Set(['facebook', 'threads']));
    expect(Object.values(lowered).map(({ status }) => status)).toEqual(['degraded', 'outage', 'operational']);
    expect(lowered.facebook?.symptoms).toEqual(said.facebook.symptoms);
  });
});

describe('the valve of reports', () => {
  test('is open for as many as are wanted', () => expect(nextRate(WANTED_PER_SECOND, 1)).toBe(1));
  test('closes so far that as many come', () => expect(nextRate(WANTED_PER_SECOND * 20, 1)).toBe(0.05));
  test('reckons with the share that senders already obey', () => {
    expect(nextRate(WANTED_PER_SECOND, 0.05)).toBe(0.05);
    expect(nextRate(WANTED_PER_SECOND / 50, 0.05)).toBe(1);
  });
  test('stays as it is when the load is not known', () => expect(nextRate(null, 0.2)).toBe(0.2));
  test('never shuts, so that the end of an outage is seen', () => expect(nextRate(1e9, 1)).toBe(0.001));
  test('does not wind itself up while readers still go by an older feed', () => {
    const valve = createValve(() => 1);
    const rates = [0, 1, 2, 3, 4].map((minute) => valve.rate(10_000, NOW + minute * 60_000));
    expect(rates).toEqual([0.05, 0.05, 0.05, 0.05, 0.05]);
    const obeyed = [6, 7, 8].map((minute) => valve.rate(500, NOW + minute * 60_000));
    expect(obeyed).toEqual([0.05, 0.05, 0.05]);
    expect(valve.rate(10, NOW + 20 * 60_000)).toBe(1);
  });
});

describe('a decision', () => {
  test('follows what this node said last, not what was lowered for want of a witness', () => {
    const since: (string | null)[] = [];
    const decide = createDecision({
      services: ['facebook'],
      evidence: () => ({ official: null, probes: null, crowd: null }),
      decideEntry: (_evidence, before, at) => {
        since.push(before?.status ?? null);
        return { ...outageEntry(at), status: 'outage' };
      },
    });
    decide(NOW, null);
    decide(NOW + 60_000, makePayload(place, NOW, 1, { facebook: { ...calmEntry(), status: 'degraded' } }));
    expect(since).toEqual([null, 'outage']);
  });
  test('follows what another node published since', () => {
    const seen: unknown[] = [];
    const decide = createDecision({
      services: ['facebook'],
      evidence: () => ({ official: null, probes: null, crowd: null }),
      decideEntry: (_evidence, before) => (seen.push(before?.confidence), calmEntry()),
    });
    decide(NOW, null);
    const other = makePayload(place, NOW + 60_000, 1, { facebook: { ...calmEntry(), confidence: 0.11 } });
    decide(NOW + 120_000, other);
    decide(NOW + 3_600_000, other);
    expect(seen).toEqual([undefined, 0.11, undefined]);
  });
});

test('a clock that somebody sets is noticed, one that merely runs is not', () => {
  const watch = createClockWatch(NOW, 0);
  expect(watch.look(NOW + 1_000, 1_000)).toBe(0);
  expect(watch.look(NOW + 3_602_000, 2_000)).toBe(3_600_000);
  expect(watch.look(NOW + 3_603_000, 3_000)).toBe(0);
  expect(watch.look(NOW + 3_000, 4_000)).toBe(-3_601_000);
});

test('nobody is waited for longer than patience lasts, and who fails counts as late', async () => {
  expect(await within(new Promise<string>(() => undefined), 5, 'late')).toBe('late');
  expect(await within(Promise.reject(new Error('down')), 1_000, 'late')).toBe('late');
  expect(await within(Promise.resolve('there'), 1_000, 'late')).toBe('there');
});
