import { describe, expect, it } from 'vitest';
import {
  BEGINNING,
  inTroubleAt,
  remembersTrouble,
  troubleIsOver,
  weighedAnewAt,
  type Course,
} from '../../../lib/diagnosis/course/course.ts';
import { meaningOf, type Meaning } from '../../../lib/diagnosis/course/meaning.ts';
import { feedFact } from '../../../lib/diagnosis/facts/feed-fact.ts';
import { noFacts } from '../../../lib/diagnosis/facts/service-facts.ts';
import { STILL_OUT } from '../../../lib/diagnosis/numbers/windows.ts';
import type { FeedEntry } from '../../../lib/model/feed.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import {
  answer,
  ended,
  feed,
  incident,
  login,
  page,
  request,
  seen,
  started,
  verdict,
} from './log-builder.ts';

const ENTRY: FeedEntry = {
  status: 'outage',
  confidence: 1,
  since: null,
  scope: 'global',
  symptoms: {},
  reports: null,
  official: null,
  probes: null,
};
const told: Course = {
  ...BEGINNING,
  trouble: { feed: feedFact(0, 0, 600, ENTRY), fresh: 1 },
  troubleUntil: 600_000,
};
const over: Course = { ...told, overAt: 100_000, unbroken: true };
const refused: Course = { ...over, contraryAt: 200_000 };

describe('trouble that the feed told of', () => {
  it('is not over while neither the feed nor being in says so', () => {
    expect(troubleIsOver(told, 1e9)).toBe(false);
    expect(troubleIsOver(BEGINNING, 1e9)).toBe(false);
    expect(troubleIsOver({ ...BEGINNING, overAt: 5, backAt: 6 }, 1e9)).toBe(false);
  });

  it('is over when the person is in, or when the feed says so', () => {
    expect(troubleIsOver({ ...told, backAt: 50 }, 60)).toBe(true);
    expect(troubleIsOver(over, 1e9)).toBe(true);
  });

  it('is over for some minutes only where the person is still refused after that', () => {
    expect(weighedAnewAt(refused)).toBe(100_000 + STILL_OUT);
    expect(troubleIsOver(refused, 100_000 + STILL_OUT)).toBe(true);
    expect(troubleIsOver(refused, 100_001 + STILL_OUT)).toBe(false);
  });

  it('stays over for who was refused before the feed said so, or is in', () => {
    for (const course of [
      BEGINNING,
      told,
      over,
      { ...refused, contraryAt: 100_000 },
      { ...refused, backAt: 250_000 },
    ])
      expect(weighedAnewAt(course)).toBe(Infinity);
  });

  it('is remembered once it is over, by who is out only where its word still held then', () => {
    expect(remembersTrouble(told, 50)).toBe(false);
    expect(remembersTrouble(over, 200_000)).toBe(true);
    expect(remembersTrouble({ ...over, unbroken: false }, 200_000)).toBe(false);
    expect(remembersTrouble({ ...over, unbroken: false, backAt: 150_000 }, 200_000)).toBe(true);
  });

  it('is remembered after a new word of trouble as long as that holds', () => {
    const again = { ...over, again: true };
    expect(remembersTrouble(again, 599_999)).toBe(true);
    expect(remembersTrouble(again, 600_000)).toBe(false);
  });

  it('was in force until it expired or was taken back', () => {
    expect([0, 599_999, 600_000].map((time) => inTroubleAt(told, time))).toEqual([true, true, false]);
    expect([99_999, 100_000].map((time) => inTroubleAt(over, time))).toEqual([true, false]);
    expect(inTroubleAt(BEGINNING, 0)).toBe(false);
  });
});

describe('for getting in again', () => {
  const facts = noFacts('facebook');
  const meaning = (one: Observation, more: Partial<typeof facts> = {}): Meaning =>
    meaningOf(one as Exclude<Observation, { service: null }>, { ...facts, ...more });

  it.each([
    ['signed-in', started(0)],
    ['signed-in', login(0, 'accepted')],
    ['success', page(0, 'home')],
    ['success', request(0, 'ok')],
    ['success', request(0, 'ok', { purpose: 'probe' })],
    ['trouble', ended(0)],
    ['trouble', login(0, 'rejected')],
    ['trouble', login(0, 'challenged')],
    ['trouble', page(0, 'login')],
    ['trouble', page(0, 'locked')],
    ['trouble', request(0, 'timeout')],
    ['trouble', request(0, 'rate-limited')],
    ['nothing', page(0, 'two-factor')],
    ['nothing', page(0, 'public')],
    ['nothing', request(0, 'client-error')],
    ['nothing', feed(0, 'operational')],
    ['nothing', answer(0, 'was-signed-in', 'yes')],
  ] as [Meaning, Observation][])('%s: %o', (expected, one) => {
    expect(meaning(one)).toBe(expected);
  });

  it('what works with another account is that account’s', () => {
    for (const one of [started(0), login(0, 'accepted'), page(0, 'home'), request(0, 'ok')])
      expect(meaning(one, { otherAccount: true })).toBe('another-account');
    expect(meaning(page(0, 'locked'), { otherAccount: true })).toBe('trouble');
  });

  it('a probe that works means nothing while pages fail, a page’s request does', () => {
    expect(meaning(request(0, 'ok', { purpose: 'probe' }), { failsInside: true })).toBe('nothing');
    expect(meaning(request(0, 'ok'), { failsInside: true })).toBe('success');
  });
});

describe('after the feed said that an outage is over', () => {
  const outage = [ended(0), page(1, 'login'), feed(10, 'outage'), feed(300, 'operational')];
  const remembers = (more: Observation[], seconds: number): boolean =>
    verdict([...outage, ...more], seconds).reasons.some(({ evidence }) => evidence === 'feed-showed-trouble');

  it.each([
    ['a sign-in page', page(400, 'login')],
    ['an old dialog', page(400, 'session-expired')],
  ])('%s is what everybody sees who was signed out', (_, one) => {
    expect(remembers([one], 800)).toBe(true);
  });

  it.each([
    ['a refusal', login(400, 'rejected')],
    ['a lock', page(400, 'locked')],
    ['a failing request', request(400, 'server-error')],
  ])('%s is another trouble some minutes later', (_, one) => {
    expect(remembers([one], 800)).toBe(false);
    expect(remembers([one], 500)).toBe(true);
  });

  it('a failing request of somebody who is in changes nothing', () => {
    const log = [...outage, started(400), request(410, 'timeout'), page(420, 'home')];
    expect(incident(log, 900)?.verdicts.at(-1)?.verdict.cause).toBe('outage');
  });

  it('another account that gets in brings nobody back', () => {
    const account = { account: 'b2b2b2b2b2b2b2b2' };
    const mine = [ended(0, 'server', { account: 'a1a1a1a1a1a1a1a1' }), ...outage.slice(1)];
    const log = [
      ...mine,
      login(350, 'rejected'),
      started(400, account),
      seen(410, { kind: 'page', page: 'home' }),
    ];
    expect(incident(log, 3600)?.closedAt).toBeNull();
  });
});
