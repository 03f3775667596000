import { describe, expect, it } from 'vitest';
import { foldUpTo } from '../../../lib/diagnosis/assess.ts';
import { BEGINNING, weighedAnewAt, type Course } from '../../../lib/diagnosis/course/course.ts';
import { meaningOf } from '../../../lib/diagnosis/course/meaning.ts';
import { noFacts } from '../../../lib/diagnosis/facts/service-facts.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { answer, at, ended, feed, login, network, page, request, started } from './log-builder.ts';

/** The course of Facebook's open incident right after the log; throws without one. */
const courseAfter = (...log: readonly Observation[]): Course => {
  const incident = foldUpTo(log, Math.max(...log.map((one) => Date.parse(one.at)))).open.get('facebook');
  if (!incident) throw new Error('no open incident');
  return incident.course;
};
const LONG = { ttl: 3000 };
const crowd = { symptoms: { 'forced-logout': 0.9 } };
const outage = (seconds: number, confidence = 1) => feed(seconds, 'outage', { confidence }, LONG);
const degraded = (seconds: number, confidence = 1) =>
  feed(seconds, 'degraded', { confidence, ...crowd }, LONG);
const healthy = (seconds: number) => feed(seconds, 'operational', {}, LONG);

describe('the course of an incident', () => {
  it('begins with nothing', () => {
    expect(courseAfter(ended(0))).toEqual({
      trouble: null,
      troubleUntil: -Infinity,
      overAt: null,
      unbroken: false,
      again: false,
      contraryAt: -Infinity,
      backAt: null,
      badNetwork: null,
    });
    expect(weighedAnewAt({ ...BEGINNING, contraryAt: at(5) })).toBe(Infinity);
  });

  it.each<[string, string, readonly Observation[]]>([
    ['an outage', 'outage', [outage(1, 0.9), degraded(2, 0.9)]],
    ['an outage that comes later', 'outage', [degraded(1, 0.9), outage(2, 0.5)]],
    ['a degraded service that is surer than twice the outage', 'degraded', [degraded(1), outage(2, 0.4)]],
    [
      'a fresh word rather than one that has nearly run out',
      'degraded',
      [feed(1, 'outage', {}, { age: 500, ttl: 100 }), degraded(2, 0.9)],
    ],
  ])('keeps the strongest word of trouble: %s', (_, status, words) => {
    expect(courseAfter(ended(0), ...words).trouble?.feed.status).toBe(status);
  });

  it('keeps the newest of equal words, and the longest time that one holds', () => {
    const course = courseAfter(
      ended(0),
      outage(1),
      outage(2),
      feed(3, 'outage', { confidence: 0.5 }, { ttl: 9 }),
    );
    expect(course.trouble?.feed.at).toBe(at(2));
    expect(course.troubleUntil).toBe(at(3002));
  });

  it('is over with the first word that all is well after trouble, and not before or by one that knows nothing', () => {
    expect(courseAfter(ended(0), healthy(5)).overAt).toBeNull();
    expect(courseAfter(ended(0), outage(1), feed(5, 'unknown', {}, LONG)).overAt).toBeNull();
    expect(courseAfter(ended(0), outage(1), healthy(20), healthy(40)).overAt).toBe(at(20));
    expect(courseAfter(ended(0), outage(1), healthy(20)).unbroken).toBe(true);
    expect(courseAfter(ended(0), feed(1, 'outage', {}, { ttl: 9 }), healthy(20)).unbroken).toBe(false);
  });

  it('knows when trouble comes again, and when that is over', () => {
    expect(courseAfter(ended(0), outage(1), outage(9)).again).toBe(false);
    expect(courseAfter(ended(0), outage(1), healthy(20), outage(30)).again).toBe(true);
    const over = courseAfter(ended(0), outage(1), healthy(20), outage(30), healthy(40));
    expect([over.overAt, over.again]).toEqual([at(40), false]);
  });

  it('takes what the person meets after the end as contrary to it, and a new word of trouble begins anew', () => {
    const log = [ended(0), outage(1), login(5, 'rejected')];
    expect(courseAfter(...log).contraryAt).toBe(-Infinity);
    expect(courseAfter(...log, healthy(20), login(30, 'rejected')).contraryAt).toBe(at(30));
    expect(courseAfter(...log, healthy(20), page(30, 'login')).contraryAt).toBe(-Infinity);
    expect(courseAfter(...log, healthy(20), login(30, 'rejected'), outage(40)).contraryAt).toBe(-Infinity);
  });

  it('does not read a word again: not for one that had expired when it came, nor for what is seen beside it', () => {
    const log = [ended(0), outage(1), healthy(20), outage(30)];
    const expired = feed(40, 'outage', {}, { ttl: 0 });
    expect(courseAfter(...log, login(35, 'rejected'), expired).contraryAt).toBe(at(35));
    const beside = [login(30, 'rejected'), answer(30, 'works-on-another-device', 'no')];
    expect(courseAfter(...log, ...beside).contraryAt).toBe(at(30));
  });
});

describe('who is in again', () => {
  const [mine, theirs] = [{ account: 'a1a1a1a1a1a1a1a1' }, { account: 'b2b2b2b2b2b2b2b2' }];

  it('is in since they signed in or saw a signed-in page, whichever was first', () => {
    expect(courseAfter(ended(0), started(60)).backAt).toBe(at(60));
    expect(courseAfter(ended(0), started(60), page(65, 'home')).backAt).toBe(at(60));
    expect(courseAfter(ended(0), page(65, 'home')).backAt).toBe(at(65));
  });

  it('is in by a request that works only where no session was lost', () => {
    expect(courseAfter(ended(0), request(60, 'ok')).backAt).toBeNull();
    expect(courseAfter(page(0, 'error'), request(60, 'ok')).backAt).toBe(at(60));
  });

  it('is out again when thrown out, and by a failing request only where no session was lost', () => {
    expect(courseAfter(ended(0), started(60), ended(70)).backAt).toBeNull();
    expect(courseAfter(ended(0), started(60), request(70, 'timeout')).backAt).toBe(at(60));
    expect(courseAfter(ended(0), started(60), page(70, 'error')).backAt).toBeNull();
    expect(courseAfter(page(0, 'error'), request(60, 'ok'), request(70, 'timeout')).backAt).toBeNull();
  });

  it('is out again where another account is in, and all else of the course stays', () => {
    const log = [ended(0, 'server', mine), outage(1), started(60, mine)];
    const course = courseAfter(...log, started(70, theirs));
    expect(course).toEqual({ ...courseAfter(...log), backAt: null });
    expect(course.trouble).not.toBeNull();
  });

  it('is not in by a page that fails, nor out by a sign-in page that was told late', () => {
    const inside = { ...noFacts('facebook'), signedIn: true };
    const means = (name: string) => meaningOf(page(0, name) as Parameters<typeof meaningOf>[0], inside);
    expect(means('error')).toBe('trouble');
    expect(means('login')).toBe('nothing');
  });
});

describe('what failed while the network was bad', () => {
  const bad = [network(0, 'offline'), request(1, 'timeout', { count: 2 })];

  it('failed by the network, within two minutes of it', () => {
    const failed = request(0, 'dns', { count: 2 });
    expect(courseAfter(...bad).badNetwork).toBe('offline');
    expect(courseAfter(failed, network(120, 'captive-portal')).badNetwork).toBe('captive-portal');
    expect(courseAfter(failed, network(121, 'captive-portal')).badNetwork).toBeNull();
    expect(courseAfter(ended(0), ...bad).badNetwork).toBeNull();
  });

  it('did so until the service fails on a good one: a page at once, a request once the bad one is long over', () => {
    const good = [...bad, network(10, 'online')];
    expect(courseAfter(...good, request(30, 'timeout')).badNetwork).toBe('offline');
    expect(courseAfter(...good, request(30, 'timeout'), page(30, 'error')).badNetwork).toBeNull();
    expect(courseAfter(...good, page(30, 'error')).badNetwork).toBeNull();
    expect(courseAfter(...good, request(300, 'timeout')).badNetwork).toBeNull();
  });
});
