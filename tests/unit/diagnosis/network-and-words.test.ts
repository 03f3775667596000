import { describe, expect, it } from 'vitest';
import { officialIssue } from '../../../lib/diagnosis/facts/absorb-official.ts';
import { asSet, byTime } from '../../../lib/diagnosis/facts/in-order.ts';
import {
  networkComesFirst,
  networkKnownBad,
  networkKnownGood,
  networkWasBad,
} from '../../../lib/diagnosis/facts/network-state.ts';
import { emptyWorld, lastAnswerBeside } from '../../../lib/diagnosis/facts/world.ts';
import { OFFICIAL_DEGRADED } from '../../../lib/diagnosis/numbers/likelihoods.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { factsAfter } from './facts-after.ts';
import { at, ended, feed, login, network, page, request, seen, started } from './log-builder.ts';

const DAY = 24 * 3600;
const signsAfter = (...log: Observation[]) => factsAfter(...log).facts.signs;
const worldAfter = (...log: Observation[]) => factsAfter(...log).world;
const offline = network(0, 'offline');

describe('a bad network', () => {
  it.each([
    ['an error of the server', request(10, 'server-error')],
    ['a limit', request(10, 'rate-limited')],
    ['a refusal', request(10, 'client-error')],
    ['a success', request(10, 'ok')],
    ['a page', page(10, 'locked')],
    ['a feed that tells of no outage', feed(10, 'operational')],
    ['being online', network(10, 'online')],
  ])('is over with %s', (_what, sign) => {
    expect(networkKnownBad(worldAfter(offline, sign))).toBe(false);
    // And what cannot be reached some minutes later is a failure again.
    const later = request(200, 'dns', { count: 2 });
    expect(signsAfter(offline, sign, later).has('errors-in-a-row')).toBe(true);
  });

  it.each([
    ['what cannot be reached', request(10, 'dns')],
    ['what is blocked', request(10, 'blocked')],
    ['a tampered feed', network(10, 'tampered')],
    ['a feed that could not be had', seen(10, { kind: 'feed', state: 'unreachable' })],
    ['nothing', offline],
  ])('is not over with %s', (_what, sign) => {
    const world = worldAfter(offline, sign);
    expect([networkKnownBad(world), networkComesFirst(world)]).toEqual([true, true]);
    expect(networkWasBad(world, at(DAY))).toBe(true);
    expect(signsAfter(offline, sign, request(200, 'dns', { count: 2 })).has('errors-in-a-row')).toBe(false);
  });

  it('stays evidence beside the word of an outage, but does not come first', () => {
    const world = worldAfter(offline, feed(10, 'outage'));
    expect([networkKnownBad(world), networkComesFirst(world)]).toEqual([true, false]);
  });

  it('is not over with what was seen at its very moment', () => {
    const bad = { ...emptyWorld(), badAt: 5 };
    expect(networkKnownBad({ ...bad, onlineAt: 5 })).toBe(true);
    expect(networkKnownBad({ ...bad, answered: [{ owner: 'meta', at: 5 }] })).toBe(true);
    expect(networkKnownBad({ ...bad, calmFeedReadAt: 5 })).toBe(true);
    expect(networkComesFirst({ ...bad, feedReadAt: 5 })).toBe(true);
    expect(networkKnownBad({ ...bad, onlineAt: 6 })).toBe(false);
  });

  it('explains what cannot be reached until two minutes after it', () => {
    const world = worldAfter(offline, network(60, 'online'));
    expect(networkWasBad(world, at(180))).toBe(true);
    expect(networkWasBad(world, at(180.001))).toBe(false);
    expect(networkWasBad(emptyWorld(), at(0))).toBe(false);
  });

  it('explains no error of the server', () => {
    const twice = { count: 2 };
    expect(signsAfter(offline, request(1, 'server-error', twice)).has('errors-in-a-row')).toBe(true);
    expect(signsAfter(offline, request(1, 'dns', twice)).has('errors-in-a-row')).toBe(false);
  });

  it('explains what could not be reached in the two minutes before it, not what the server said', () => {
    const fails = (...before: Observation[]) =>
      signsAfter(...before, network(120, 'offline')).has('errors-in-a-row');
    expect(fails(request(0, 'dns', { count: 2 }))).toBe(false);
    expect(fails(request(-1, 'dns', { count: 2 }))).toBe(true);
    expect(fails(request(0, 'server-error', { count: 2 }), request(1, 'dns'))).toBe(true);
  });

  it.each(['dns', 'tls'])('has no part in a session that is lost later (%s)', (outcome) => {
    const twice = { count: 2 };
    const lost = (failure: string) => [request(0, failure, twice), offline, network(1, 'online'), ended(2)];
    const sign = outcome === 'tls' ? 'request:tls' : 'request:transport';
    expect(signsAfter(request(0, outcome, twice), ended(2)).has(sign)).toBe(true);
    expect(signsAfter(...lost(outcome)).has(sign)).toBe(false);
    expect(signsAfter(...lost('server-error')).has('request:server-error')).toBe(true);
  });
});

describe('a good network', () => {
  const good = (...log: Observation[]): boolean => {
    const { world, facts } = factsAfter(...log);
    return networkKnownGood(world, facts, at(20));
  };

  it('is one that is online, with nothing against it since', () => {
    expect(good(network(0, 'online'))).toBe(true);
    expect(good(network(0, 'online'), network(10, 'offline'))).toBe(false);
    expect(good(network(0, 'online'), network(10, 'tampered'))).toBe(false);
    expect(good(network(10, 'tampered'))).toBe(false);
    expect(good(network(10, 'captive-portal'))).toBe(false);
  });

  it('is not shown by what answers at the moment in which a feed was tampered with', () => {
    const answers = (seconds: number) => request(seconds, 'ok', { service: 'x' });
    expect(good(network(10, 'tampered'), answers(10))).toBe(false);
    expect(good(network(10, 'tampered'), answers(11))).toBe(true);
  });

  it('is not known where nothing ever answered', () => {
    expect(lastAnswerBeside(emptyWorld(), factsAfter().facts)).toBe(-Infinity);
    expect(good()).toBe(false);
  });
});

describe('a request', () => {
  const knock = request(10, 'ok', { purpose: 'probe' });

  it('that fails inside makes an open front door no success; a front door that failed does not', () => {
    expect(factsAfter(request(0, 'server-error'), knock).facts.lastSuccessAt).toBe(-Infinity);
    const door = request(0, 'server-error', { purpose: 'probe' });
    expect(factsAfter(door, knock).facts.lastSuccessAt).toBe(at(10));
    expect(factsAfter(request(0, 'dns'), knock).facts.lastSuccessAt).toBe(at(10));
  });

  it('that worked before a sign-in that failed and then worked is no failure inside any more', () => {
    const log = [login(0, 'error'), login(10, 'accepted'), ended(60)];
    const later = request(70, 'ok', { purpose: 'probe' });
    expect(factsAfter(...log, later).facts.lastSuccessAt).toBe(at(70));
  });

  it('that is blocked or limited counts as often as it was told, once where it was not', () => {
    for (const outcome of ['blocked', 'rate-limited'] as const) {
      expect(signsAfter(request(0, outcome, { count: 3 })).get(`request:${outcome}`)?.count).toBe(3);
      expect(signsAfter(request(0, outcome)).get(`request:${outcome}`)?.count).toBe(1);
    }
    expect(signsAfter(request(0, 'blocked', { purpose: 'api' })).has('request:blocked')).toBe(false);
    expect(signsAfter(request(0, 'rate-limited', { purpose: 'api' })).has('request:rate-limited')).toBe(true);
  });

  it.each(['blocked', 'dns', 'timeout'])(
    'that fails (%s) while the network is bad opens an incident',
    (how) => {
      expect(factsAfter(offline, request(10, how)).opens).toEqual(['facebook']);
      expect(factsAfter(offline, request(10, how, { purpose: 'api' })).opens).toEqual([]);
      expect(factsAfter(request(0, how), network(10, 'offline')).opens).toEqual(['facebook']);
    },
  );

  it.each(['ok', 'client-error', 'rate-limited'])('that got an answer (%s) opens none', (how) => {
    expect(factsAfter(offline, request(10, how)).opens).toEqual([]);
    expect(factsAfter(request(0, how), network(10, 'offline')).opens).toEqual([]);
  });
});

describe('an official page that was read', () => {
  const word = (seconds: number, status: string, source = 'one', saidAt = seconds): Observation =>
    seen(seconds, { kind: 'official', source, status, statusAt: seen(saidAt, {}).at });
  const worth = (...log: Observation[]): number => officialIssue(factsAfter(...log).facts, at(100));

  it('counts fully for an outage, less for a slowness, for nothing else', () => {
    expect(worth(word(0, 'outage'))).toBe(1);
    expect(worth(word(0, 'degraded'))).toBe(OFFICIAL_DEGRADED);
    expect(worth(word(0, 'operational'))).toBe(0);
    expect(worth(word(0, 'resolved'))).toBe(0);
  });

  it('counts while its issue is no older than a day', () => {
    expect(worth(word(0, 'outage', 'one', -DAY))).toBe(1);
    expect(worth(word(0, 'outage', 'one', -DAY - 1))).toBe(0);
  });

  it('counts by the gravest of several, whichever was read first', () => {
    expect(worth(word(0, 'outage', 'one'), word(1, 'degraded', 'two'))).toBe(1);
    expect(worth(word(0, 'degraded', 'one'), word(1, 'outage', 'two'))).toBe(1);
  });

  it('takes back what it said itself, and nothing of another', () => {
    const both = [word(0, 'outage', 'one'), word(1, 'degraded', 'two')];
    expect(worth(...both, word(2, 'resolved', 'two'))).toBe(1);
    expect(worth(...both, word(2, 'resolved', 'one'))).toBe(OFFICIAL_DEGRADED);
    expect(worth(...both, word(2, 'unreachable', 'one'))).toBe(1);
    expect(worth(word(0, 'outage'), word(2, 'degraded'))).toBe(OFFICIAL_DEGRADED);
  });
});

describe('the entry that a new outage leaves standing', () => {
  const held = (...log: Observation[]) => factsAfter(...log).facts.heldFeed;
  const many = { 'forced-logout': 0.9 };

  it('is the one that tells more, by all that it tells', () => {
    for (const also of ['sign-in-works', 'suspended-notice'] as const) {
      const telling = feed(0, 'degraded', { confidence: 0.4, symptoms: { ...many, [also]: 0.9 } });
      expect(held(telling, feed(10, 'outage'), feed(20, 'outage'))?.status).toBe('degraded');
    }
    const little = feed(0, 'degraded', { confidence: 0.3, symptoms: { 'suspended-notice': 0.9 } });
    const weaker = feed(20, 'outage', { confidence: 0.9 });
    expect(held(little, feed(10, 'outage'), weaker)?.status).toBe('outage');
  });

  it('is not one of an outage that the new one says as well and as strongly', () => {
    const little = feed(0, 'degraded', { confidence: 0.3 });
    expect(held(little, feed(10, 'outage'), feed(20, 'outage'))?.status).toBe('degraded');
    const suspends = feed(10, 'outage', { symptoms: { 'suspended-notice': 0.9 } });
    expect(held(little, suspends, feed(20, 'outage'))?.status).toBe('outage');
    const refuses = feed(10, 'outage', { symptoms: { 'sign-in-rejected': 0.9 } });
    expect(held(little, refuses, feed(20, 'outage'))?.status).toBe('outage');
  });

  it('is no "operational" that says nothing else', () => {
    const log = [feed(0, 'operational'), feed(10, 'outage'), feed(20, 'outage', { confidence: 0.3 })];
    expect(held(...log)?.status).toBe('outage');
    expect(held(feed(0, 'operational'), feed(10, 'outage'))).toBeNull();
  });

  it('is none beside another status, and none that has run out', () => {
    expect(held(feed(0, 'degraded'), feed(10, 'outage'), feed(20, 'degraded'))).toBeNull();
    expect(held(feed(0, 'degraded'), feed(600, 'outage'))).toBeNull();
  });

  it('is not looked for when what was read had run out already', () => {
    const { facts } = factsAfter(feed(0, 'operational'), feed(10, 'outage', {}, { ttl: 0 }));
    expect([facts.feed?.status, facts.heldFeed]).toEqual(['operational', null]);
  });
});

describe('observations of one moment', () => {
  const moment = [
    network(0, 'online'),
    seen(0, { service: null, kind: 'clearing', sites: 2 }),
    feed(0, 'operational'),
    seen(0, { kind: 'official', source: 's', status: 'outage', statusAt: seen(0, {}).at }),
    seen(0, { kind: 'logout', scope: 'here' }),
    started(0),
    ended(0),
    request(0, 'ok'),
    request(0, 'dns'),
    request(0, 'server-error'),
    login(0, 'accepted'),
    page(0, 'home'),
    page(0, 'checkpoint'),
    page(0, 'login'),
    seen(0, { kind: 'answer', question: 'was-signed-in', answer: 'yes' }),
  ];
  const read = (log: readonly Observation[]) => asSet(byTime(log)).map((one) => one.seen);

  it('are read from what surrounds them to what was said of them, successes before failures', () => {
    expect(read(moment)).toEqual(moment);
  });

  it('are read in that order however they stand in the log', () => {
    for (const log of [[...moment].reverse(), [...moment.slice(7), ...moment.slice(0, 7)]])
      expect(read(log)).toEqual(moment);
  });

  it('are read by time before all else', () => {
    const log = [page(2, 'home'), page(1, 'login'), page(0, 'home')];
    expect(byTime(log).map((one) => one.at)).toEqual([at(0), at(1), at(2)]);
  });
});
