import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../lib/model/observation.ts';
import { at, ended, feed, incident, login, page, request, seen, started } from './log-builder.ts';

const DAY = 86_400;
const closedAt = (log: Observation[], seconds: number) => incident(log, seconds)?.closedAt;
const official = (status: string): Observation =>
  seen(7200, { kind: 'official', source: 'metastatus', status, statusAt: ended(7200).at });

describe('an incident lives another day', () => {
  it.each([
    ['at a page', page(7200, 'login')],
    ['at a refused password', login(7200, 'rejected')],
    ['at a request that works', request(7200, 'ok')],
    ['at a probe that fails', request(7200, 'server-error', { purpose: 'probe' })],
    ['at a feed that says outage', feed(7200, 'outage')],
    ['at a feed that says degraded', feed(7200, 'degraded')],
    ['at an official outage', official('outage')],
    ['at an official slowness', official('degraded')],
  ])('%s', (_, news) => {
    expect(closedAt([ended(0), news], 7200 + DAY - 1)).toBeNull();
    expect(closedAt([ended(0), news], 7200 + DAY)).toBe(at(7200 + DAY));
  });

  it.each([
    ['because our own probe works', request(7200, 'ok', { purpose: 'probe' })],
    ['because a feed says that all is well', feed(7200, 'operational')],
    ['because a feed knows nothing', feed(7200, 'unknown')],
    ['because a feed cannot be read', seen(7200, { kind: 'feed', state: 'unreachable' })],
    ['because an official page is green', official('operational')],
    ['because an official page cannot be read', official('unreachable')],
  ])('not %s', (_, nothing) => {
    expect(closedAt([ended(0), nothing], DAY)).toBe(at(DAY));
  });

  it('not because another account is used', () => {
    const [mine, theirs] = [{ account: 'a1a1a1a1a1a1a1a1' }, { account: 'b2b2b2b2b2b2b2b2' }];
    const log = [ended(0, 'server', mine), started(60, theirs)];
    expect(closedAt([...log, page(7200, 'home')], DAY)).toBe(at(DAY));
  });
});

describe('who is thrown out on the way back', () => {
  it('is not back by a request that works after that', () => {
    expect(closedAt([ended(0), started(60), ended(70), request(80, 'ok')], 3600)).toBeNull();
    expect(closedAt([ended(0), started(60), page(70, 'login'), request(80, 'ok')], 3600)).toBeNull();
  });

  it('is back at the next success where only a page or a request failed', () => {
    expect(closedAt([ended(0), started(60), page(70, 'error'), page(80, 'home')], 3600)).toBe(at(140));
    expect(closedAt([ended(0), started(60), request(70, 'timeout'), request(80, 'ok')], 3600)).toBe(at(140));
  });

  it('has lost a session, also by signing out after the failures', () => {
    const failing = request(0, 'server-error', { purpose: 'api', count: 4 });
    expect(closedAt([failing, ended(10, 'user'), request(60, 'ok', { count: 5 })], 3600)).toBeNull();
  });
});

describe('a failing service works again', () => {
  const failing = request(0, 'server-error', { purpose: 'api', count: 4 });

  it('at two successes, however many a line of the log holds', () => {
    expect(closedAt([failing, request(60, 'ok', { count: 2 })], 3600)).toBe(at(120));
    expect(closedAt([failing, request(60, 'ok', { count: 1 })], 3600)).toBeNull();
  });

  it('at the next success after a signed-in page, though something failed between', () => {
    const log = [failing, page(60, 'home'), request(65, 'timeout')];
    expect(closedAt(log, 3600)).toBeNull();
    expect(closedAt([...log, request(70, 'ok')], 3600)).toBe(at(130));
  });
});
