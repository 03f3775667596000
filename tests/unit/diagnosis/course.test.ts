import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../lib/model/observation.ts';
import {
  answer,
  ended,
  feed,
  incident,
  login,
  network,
  page,
  request,
  started,
  verdict,
} from './log-builder.ts';

const refusing = { symptoms: { 'forced-logout': 0.8, 'sign-in-rejected': 0.4, 'sign-in-works': 0.01 } };
const back = (seconds: number): Observation[] => [
  login(seconds, 'accepted'),
  started(seconds + 1),
  page(seconds + 3, 'home'),
];
/** Of the incident that is over: the last thing said. */
const lastSaid = (log: readonly Observation[], seconds: number) => {
  const of = incident(log, seconds);
  expect(of?.closedBy).toBe('recovered');
  return of?.verdicts.at(-1)?.verdict;
};
const outage = [ended(0), page(1, 'login'), feed(10, 'outage', refusing), login(40, 'rejected')];

describe('an outage that ends', () => {
  it('stays an outage when the feed says that all is well and signing in works again', () => {
    const log = [...outage, feed(500, 'operational'), ...back(520)];
    expect(verdict(outage, 60)).toMatchObject({ cause: 'outage', certainty: 'confident' });
    expect(verdict(log, 505)).toMatchObject({ cause: 'outage', certainty: 'likely', alarm: 'none' });
    expect(lastSaid(log, 900)).toMatchObject({ cause: 'outage', certainty: 'likely', alarm: 'none' });
  });

  it('stays one when signing in works before the feed has noticed, and after its word has expired', () => {
    expect(lastSaid([...outage, ...back(300)], 900)).toMatchObject({ cause: 'outage' });
    expect(lastSaid([...outage, ...back(5000), feed(5010, 'operational')], 6000)).toMatchObject({
      cause: 'outage',
      certainty: 'likely',
    });
  });

  it('stays one where only failures seen here told of it', () => {
    const local = [network(-5, 'online'), ended(0), login(20, 'error'), page(30, 'error')];
    expect(verdict(local, 40)).toMatchObject({ cause: 'outage', certainty: 'confident' });
    expect(lastSaid([...local, ...back(3000), feed(3005, 'operational')], 3600)?.cause).toBe('outage');
    const errors = [network(-5, 'online'), request(0, 'server-error', { count: 4 })];
    const well = [request(900, 'ok'), page(905, 'home'), feed(910, 'operational')];
    expect(lastSaid([...errors, ...well], 1800)?.cause).toBe('outage');
  });

  it('informs the prior of the next incident, since it was certain while it lasted', () => {
    const log = [...outage, feed(500, 'operational'), ...back(520), ended(90_000)];
    const without = [...back(520), ended(90_000)];
    expect(verdict(log, 90_001).probabilities['outage']).toBeGreaterThan(
      verdict(without, 90_001).probabilities['outage'] ?? 1,
    );
  });
});

describe('an outage that is said to be over while the person still cannot get in', () => {
  const over = [...outage, feed(300, 'operational')];
  const still = [...over, login(420, 'rejected'), feed(800, 'operational')];

  it('is given some minutes, and then weighed as on any other day', () => {
    expect(verdict(still, 430)).toMatchObject({ cause: 'outage', certainty: 'likely' });
    const later = verdict(still, 810);
    expect(later.cause).not.toBe('outage');
    expect(later.alarm).toBe('watch');
    expect(later.reasons.map(({ evidence }) => evidence)).not.toContain('feed-showed-trouble');
    expect(later.probabilities['outage']).toBeLessThan(0.2);
  });

  it('is an outage again in its history once signing in works', () => {
    expect(lastSaid([...still, ...back(2000)], 2600)?.cause).toBe('outage');
  });

  it.each(['locked', 'checkpoint', 'suspended', 'unusual-login'])('does not outlive a page: %s', (name) => {
    expect(verdict([...over, page(420, name), feed(800, 'operational')], 810)).not.toMatchObject({
      cause: 'outage',
      certainty: 'likely',
    });
  });

  it('gives way to direct evidence at once', () => {
    for (const direct of [page(330, 'old-password'), answer(330, 'security-email-unrecognised', 'yes')])
      expect(verdict([...over, direct], 331).alarm).toBe('act');
  });

  it('lends no certainty to somebody who was out when its word had long expired', () => {
    const lone = [ended(0), feed(10, 'outage'), feed(8000, 'operational')];
    expect(verdict(lone, 7999)).toMatchObject({ cause: 'unclear', alarm: 'watch' });
    expect(verdict(lone, 8001)).toMatchObject({ cause: 'unclear', alarm: 'watch' });
    expect(lastSaid([...lone, ...back(8100)], 8400)?.cause).toBe('outage');
  });

  it('is certain again only when the feed says so again', () => {
    const again = [...over, feed(400, 'outage', refusing)];
    expect(verdict(again, 401)).toMatchObject({ cause: 'outage', certainty: 'confident' });
    expect(verdict(again, 401 + 700)).not.toMatchObject({ cause: 'outage', certainty: 'confident' });
  });
});

describe('a mass logout in which signing in works', () => {
  const many = { confidence: 0.8, symptoms: { 'forced-logout': 0.8 } };

  it('is a security reset, also when the feed says later that all is well', () => {
    const log = [ended(0), feed(10, 'degraded', many), ...back(60)];
    expect(verdict(log, 64).cause).toBe('security-reset');
    expect(lastSaid([...log, feed(70, 'operational')], 300)?.cause).toBe('security-reset');
  });

  it.each([
    ['many are refused', [ended(0), feed(10, 'degraded', { ...many, ...refusing }), ...back(300)]],
    ['one was refused here', [ended(0), feed(10, 'outage', many), login(40, 'rejected'), ...back(300)]],
    [
      'signing in works only when the feed says that it is over',
      [ended(0), feed(10, 'outage', many), feed(300, 'operational'), ...back(320)],
    ],
  ])('is the end of an outage where %s', (_, log) => {
    expect(lastSaid(log, 900)?.cause).toBe('outage');
  });

  it('is an outage, nearly for sure, while many are refused and the front door answers', () => {
    const official = { source: 'metastatus', status: 'outage' as const, text: null, url: null, at: null };
    const log = [
      network(-5, 'online'),
      ended(0),
      page(1, 'login'),
      feed(10, 'outage', {
        confidence: 0.98,
        symptoms: { 'forced-logout': 0.81, 'sign-in-rejected': 0.44, 'sign-in-works': 0.01 },
        official,
      }),
      request(12, 'ok', { purpose: 'probe', status: 200 }),
    ];
    expect(verdict(log, 13).probabilities['outage']).toBeGreaterThan(0.98);
    expect(verdict(log, 13).probabilities['security-reset']).toBeLessThan(0.01);
  });
});

describe('what else ends', () => {
  it('stays the network where the network was bad', () => {
    const log = [request(0, 'dns'), network(5, 'offline'), network(300, 'online')];
    expect(lastSaid([...log, request(305, 'ok'), page(310, 'home')], 900)).toMatchObject({
      cause: 'network',
      certainty: 'confident',
    });
    const others = [request(0, 'timeout', { count: 3 }), request(20, 'dns', { service: 'x' })];
    expect(lastSaid([...others, request(305, 'ok'), page(310, 'home')], 900)?.cause).toBe('network');
  });

  it('is no longer the network when the service fails on a good one', () => {
    const log = [request(0, 'dns'), network(5, 'offline'), network(300, 'online')];
    const failing = verdict([...log, request(400, 'server-error', { count: 5 }), page(410, 'error')], 411);
    expect(failing.cause).toBe('outage');
  });

  it('stays a throttle', () => {
    const log = [page(0, 'home'), page(2, 'login'), page(5, 'rate-limited'), ...back(3600)];
    expect(verdict(log, 70).cause).toBe('rate-limited');
    expect(lastSaid(log, 4000)?.cause).toBe('rate-limited');
  });
});

describe('device cookies that went with the session', () => {
  it('are no local wipe where the server ended it', () => {
    const said = verdict([ended(0, 'server', { deviceForgotten: true }), page(2, 'login')], 3);
    expect(said).toMatchObject({ cause: 'unclear', alarm: 'watch' });
    expect(said.probabilities['browser-cleared']).toBeLessThan(0.05);
  });

  it('are one where it was gone when the browser started', () => {
    expect(verdict([ended(0, 'unknown', { deviceForgotten: true })], 3)).toMatchObject({
      cause: 'browser-cleared',
      alarm: 'none',
    });
    expect(verdict([ended(0, 'unknown')], 3).cause).not.toBe('browser-cleared');
  });
});
