import { describe, expect, it } from 'vitest';
import { networkKnownBad } from '../../../lib/diagnosis/facts/network-state.ts';
import { copyFacts, forgetIncident, noFacts } from '../../../lib/diagnosis/facts/service-facts.ts';
import { forgetBefore, see, Signs } from '../../../lib/diagnosis/facts/signs.ts';
import { RETAIN_LOG } from '../../../lib/diagnosis/index.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { toMillis } from '../../../lib/model/timestamp.ts';
import { factsAfter } from './facts-after.ts';
import { answer, at, ended, feed, login, network, page, request, seen, started } from './log-builder.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const a = { account: 'aaaaaaaaaaaaaaaa' };
const b = { account: 'bbbbbbbbbbbbbbbb' };
const signsAfter = (...log: Observation[]) => factsAfter(...log).facts.signs;
const logout = (seconds: number) => seen(seconds, { kind: 'logout', scope: 'here' });

/** A session a day, of so many hours each. */
const days = (...hours: number[]): Observation[] =>
  hours.flatMap((length, day) => [started(day * 2 * DAY), ended(day * 2 * DAY + length * HOUR)]);

describe('sessions that end at the same age', () => {
  const rhythm = (...hours: number[]) => signsAfter(...days(...hours)).get('routine-rhythm');

  it('are a rhythm from the third on, of five in a hundred to either side', () => {
    expect(rhythm(8, 8)).toBeUndefined();
    expect(rhythm(8, 8, 8)).toMatchObject({ count: 3, number: 8 * HOUR });
    expect(rhythm(8, 8, 8.41)).toBeDefined();
    expect(rhythm(8, 8, 8.43)).toBeUndefined();
    expect(rhythm(8.41, 8.41, 8)).toBeDefined();
    expect(rhythm(10, 10, 9.5)).toBeDefined();
  });

  it('are a rhythm by what is kept of the past: a session a week', () => {
    const weeks = [0, 1, 2].flatMap((n) => [started(n * 10 * DAY), ended(n * 10 * DAY + 7 * DAY)]);
    const end = 27 * DAY;
    const kept = weeks.filter(({ at: seenAt }) => toMillis(seenAt) >= at(end) - RETAIN_LOG);
    expect(signsAfter(...kept).get('routine-rhythm')).toMatchObject({ count: 3, number: 7 * DAY });
  });

  it('are no rhythm when they are shorter than an hour', () => {
    expect(rhythm(1, 1, 1)).toBeDefined();
    expect(rhythm(0.99, 0.99, 0.99)).toBeUndefined();
  });

  it('are forgotten after twelve others', () => {
    const others = [1, 1.2, 1.5, 1.8, 2.2, 2.6, 3, 3.5, 4, 5, 6];
    expect(rhythm(10, 10, ...others.slice(0, 10), 10)).toBeDefined();
    expect(rhythm(10, 10, ...others, 10)).toBeUndefined();
  });

  it('are not those whose beginning nobody saw', () => {
    const ends = signsAfter(ended(0), ended(10 * HOUR), ended(20 * HOUR), ended(30 * HOUR));
    expect(ends.has('routine-rhythm')).toBe(false);
    const once = signsAfter(ended(0), ended(DAY), ...days(8, 8).slice(2));
    expect(once.has('routine-rhythm')).toBe(false);
  });
});

describe('a session that the service ends again', () => {
  const again = (seconds: number) =>
    signsAfter(ended(0), started(60), ended(seconds)).get('signed-out-again');

  it('within a day is repeated, so many seconds after the last', () => {
    expect(again(120)).toMatchObject({ count: 1, number: 120 });
    expect(again(DAY)).toMatchObject({ number: DAY });
    expect(again(DAY + 1)).toBeUndefined();
  });
});

describe('the end of a session', () => {
  it('by the person takes nothing away and opens nothing', () => {
    const { facts, opens } = factsAfter(started(0, a), ended(60, 'user', { ...a, deviceForgotten: true }));
    expect(opens).toEqual([]);
    expect(facts.signs.has('session-lost')).toBe(false);
    expect(facts.signs.has('device-forgotten')).toBe(false);
    expect(facts.lostAccount).toBeNull();
    expect(facts.signedIn).toBe(false);
  });

  it('by the server is no wipe of the device, whatever went with it', () => {
    expect(signsAfter(ended(0, 'server', { deviceForgotten: true })).has('device-forgotten')).toBe(false);
    expect(signsAfter(ended(0, 'unknown', { deviceForgotten: true })).has('device-forgotten')).toBe(true);
  });

  it.each(['browser', 'unknown'])('by %s within ten seconds of a clearing belongs to it', (by) => {
    const clearing = seen(0, { service: null, kind: 'clearing', sites: 3 });
    expect(signsAfter(clearing, ended(10, by)).get('data-cleared')).toMatchObject({ number: 3 });
    expect(signsAfter(clearing, ended(11, by)).has('data-cleared')).toBe(false);
    expect(signsAfter(clearing, ended(10, 'server')).has('data-cleared')).toBe(false);
  });

  it('loses the account that was named last', () => {
    expect(factsAfter(started(0, a), ended(60)).facts.lostAccount).toBe(a.account);
    expect(factsAfter(started(0, a), started(30), ended(60)).facts.lostAccount).toBe(a.account);
    expect(factsAfter(started(0, a), started(30, b), ended(60)).facts.lostAccount).toBe(b.account);
    expect(factsAfter(started(0, a), ended(60, 'server', b)).facts.lostAccount).toBe(b.account);
  });
});

describe('a session that begins', () => {
  it('with another account is no return of the lost one', () => {
    const { facts } = factsAfter(ended(0, 'server', a), login(59, 'accepted'), started(60, b));
    expect(facts.otherAccount).toBe(true);
    expect([facts.signs.has('started'), facts.signs.has('login:accepted')]).toEqual([false, false]);
  });

  it('with the same account, or an unnamed one, is', () => {
    for (const which of [a, {}]) {
      const { facts } = factsAfter(ended(0, 'server', a), login(59, 'accepted'), started(60, which));
      expect(facts.otherAccount).toBe(false);
      expect([facts.signs.has('started'), facts.signs.has('login:accepted')]).toEqual([true, true]);
    }
  });

  it('by a switch of accounts keeps the age of the session', () => {
    const switched = seen(HOUR, { kind: 'session', change: 'switched', by: 'user' });
    expect(factsAfter(started(0), switched).facts.startedAt).toBe(at(0));
    expect(factsAfter(started(0), started(HOUR)).facts.startedAt).toBe(at(HOUR));
    expect(factsAfter(switched).facts.signs.has('started')).toBe(false);
  });
});

describe('a sign-in page', () => {
  it.each([
    ['an accepted sign-in', login(60, 'accepted')],
    ['a session that begins', started(60)],
  ])('within five seconds of %s is the page from before', (_what, signIn) => {
    expect(factsAfter(ended(0), signIn, page(65, 'login')).opens).toEqual([]);
    expect(factsAfter(ended(0), signIn, page(65.001, 'login')).opens).toEqual(['facebook']);
  });

  it.each(['login', 'session-expired'])('that takes the session (%s) leaves behind what was over', (name) => {
    const over = [
      request(0, 'server-error', { count: 2 }),
      login(5, 'rejected'),
      login(20, 'accepted'),
      page(30, 'home'),
    ];
    const signs = signsAfter(...over, page(60, name));
    expect(signs.has('session-lost')).toBe(true);
    expect(signs.has('request:server-error')).toBe(false);
    expect(signs.has('errors-in-a-row')).toBe(false);
    expect(signs.has('refused')).toBe(false);
  });

  it('that says the session has expired leaves behind what failed before and worked again', () => {
    expect(
      signsAfter(page(0, 'error'), page(30, 'home'), page(60, 'session-expired')).has('page:error'),
    ).toBe(false);
    expect(signsAfter(page(0, 'error'), page(60, 'session-expired')).has('page:error')).toBe(true);
  });
});

describe('a signed-in page', () => {
  it('stands between two errors', () => {
    const timeouts = [request(0, 'timeout'), request(20, 'timeout')] as const;
    expect(signsAfter(timeouts[0], timeouts[1]).has('errors-in-a-row')).toBe(true);
    expect(signsAfter(timeouts[0], page(10, 'home'), timeouts[1]).has('errors-in-a-row')).toBe(false);
    expect(signsAfter(timeouts[0], request(10, 'ok'), timeouts[1]).has('errors-in-a-row')).toBe(false);
  });

  it('opens nothing, and shows the inside to work again', () => {
    expect(factsAfter(page(0, 'home')).opens).toEqual([]);
    const knock = request(20, 'ok', { purpose: 'probe' });
    expect(factsAfter(page(0, 'error'), page(10, 'home'), knock).facts.lastSuccessAt).toBe(at(20));
    expect(factsAfter(page(0, 'error'), knock).facts.lastSuccessAt).toBe(-Infinity);
  });
});

describe('a page of trouble', () => {
  it('is a failure of the service only when it is an error', () => {
    for (const name of ['error', 'unavailable'])
      expect(factsAfter(page(0, name)).facts.lastFailureAt).toBe(at(0));
    for (const name of ['locked', 'checkpoint', 'rate-limited', 'session-expired'])
      expect(factsAfter(page(0, name)).facts.lastFailureAt).toBe(-Infinity);
  });

  it('comes over a network that works, unless something on the way wrote it', () => {
    expect(networkKnownBad(factsAfter(network(0, 'offline'), page(1, 'error')).world)).toBe(false);
    expect(networkKnownBad(factsAfter(network(0, 'offline'), page(1, 'blocked')).world)).toBe(true);
  });
});

describe('what the person says', () => {
  it('to have been signed in until now leaves behind what failed more than half an hour ago', () => {
    const fails = (seconds: number, question: string, word: string) =>
      signsAfter(page(0, 'error'), answer(seconds, question, word)).has('page:error');
    expect(fails(1800, 'was-signed-in', 'yes')).toBe(true);
    expect(fails(1801, 'was-signed-in', 'yes')).toBe(false);
    expect(fails(1801, 'was-signed-in', 'no')).toBe(true);
    expect(fails(1801, 'works-on-another-device', 'yes')).toBe(true);
  });

  it('keeps what failed just now, though a page was seen since', () => {
    const log = [page(0, 'error'), page(10, 'home'), answer(20, 'was-signed-in', 'yes')];
    expect(signsAfter(...log).has('page:error')).toBe(true);
  });
});

describe('no incident is opened', () => {
  it.each([
    ['the person’s own sign-out', logout(0)],
    ['a sign-in', login(0, 'rejected')],
    ['a feed', feed(0, 'outage')],
    [
      'an official word',
      seen(0, { kind: 'official', source: 's', status: 'outage', statusAt: seen(0, {}).at }),
    ],
    ['a clearing', seen(0, { service: null, kind: 'clearing', sites: 3 })],
  ])('by %s alone', (_what, alone) => {
    expect(factsAfter(alone).opens).toEqual([]);
  });
});

describe('what belongs to an incident', () => {
  const log = [
    page(0, 'error'),
    request(1, 'timeout', { count: 2 }),
    login(2, 'rejected'),
    login(60, 'rejected'),
    network(61, 'offline'),
    ended(62, 'server', a),
    page(63, 'old-password'),
    answer(64, 'works-on-another-device', 'no'),
    started(65, b),
  ];

  it('is forgotten with it, and what is known of the service stays', () => {
    const { facts } = factsAfter(...log);
    facts.refusedEverywhere = true;
    const nothing = noFacts('facebook');
    const { reachedAt, endedAt, account } = facts;
    forgetIncident(facts);
    for (const name of [
      'signs',
      'answers',
      'errorAt',
      'failsInside',
      'failedAt',
      'lastFailureAt',
      'refusedEverywhere',
      'direct',
      'lostAccount',
      'otherAccount',
      'refusals',
      'explainedAt',
    ] as const)
      expect([name, facts[name]]).toEqual([name, nothing[name]]);
    expect(facts).toMatchObject({ reachedAt, endedAt, account });
    expect(account).toBe(b.account);
  });

  it('is nothing before anything was seen', () => {
    expect(noFacts('facebook')).toMatchObject({
      signedIn: null,
      endedAt: -Infinity,
      startedSinceEnd: false,
      failsInside: false,
      lastSuccessAt: -Infinity,
      refusals: [],
      inAt: -Infinity,
      otherAccount: false,
      official: [],
      ages: [],
      refusedEverywhere: false,
      direct: false,
    });
    expect(noFacts('facebook').signs.size).toBe(0);
  });

  it('is not touched by what is done to a copy', () => {
    const { facts } = factsAfter(...log);
    const size = facts.signs.size;
    const copy = copyFacts(facts);
    expect(copy).toEqual(facts);
    see(copy.signs, 'page:locked', at(100));
    forgetIncident(copy);
    expect(facts.signs.size).toBe(size);
  });

  it('is forgotten when it is old, but not the person’s own sign-out while they are out', () => {
    const left = (out: boolean): string[] => {
      const signs = new Signs();
      for (const sign of ['logout:here', 'ended:user', 'page:error'] as const) see(signs, sign, at(0));
      see(signs, 'page:login', at(100));
      forgetBefore(signs, at(100), out);
      return [...signs.keys()];
    };
    expect(left(true)).toEqual(['logout:here', 'ended:user', 'page:login']);
    expect(left(false)).toEqual(['page:login']);
  });
});
