import { describe, expect, it } from 'vitest';
import { reportsOf } from '../../../../lib/feed/reports/reports-of.ts';
import type { Observation } from '../../../../lib/model/observation.ts';
import { bucketOf, report } from '../../../../lib/model/report.ts';
import { toTimestamp } from '../../../../lib/model/timestamp.ts';
import { z } from '../../../../lib/model/zod.ts';

const T0 = Date.parse('2024-03-05T15:02:00.000Z');
const MINUTE = 60_000;
type Told<Kind> = Kind extends Observation ? Omit<Kind, 'at' | 'service'> : never;
const seen = (minute: number, told: Told<Observation>, service: Observation['service'] = 'facebook') =>
  ({ at: toTimestamp(T0 + minute * MINUTE), service, ...told }) as Observation;
const ended = (minute: number, by: 'server' | 'user' | 'browser' = 'server') =>
  seen(minute, { kind: 'session', change: 'ended', by });
const login = (minute: number, outcome: 'accepted' | 'rejected') => seen(minute, { kind: 'login', outcome });
const page = (
  minute: number,
  kind: 'error' | 'wrong-password' | 'suspended' | 'locked' | 'unavailable' | 'login',
) => seen(minute, { kind: 'page', page: kind });
const request = (minute: number, outcome: 'server-error' | 'dns' | 'timeout' | 'ok', count = 1) =>
  seen(minute, { kind: 'request', purpose: 'navigation', outcome, count });
const network = (minute: number, state: 'online' | 'offline') =>
  seen(minute, { kind: 'connectivity', state }, null);

/** The kinds of report that the last observation of a log makes. */
const kinds = (...log: Observation[]) => reportsOf(log.slice(-1), log).map(({ kind }) => kind);

describe('what an observation is a report of', () => {
  it('a session that the server ended: a forced logout; any other end: nothing', () => {
    expect(kinds(ended(0))).toEqual(['forced-logout']);
    expect(kinds(ended(0, 'user'))).toEqual([]);
    expect(kinds(ended(0, 'browser'))).toEqual([]);
  });

  it('a refused sign-in, and the wrong-password page after a sign-in or an end: a rejected sign-in', () => {
    expect(kinds(login(0, 'rejected'))).toEqual(['sign-in-rejected']);
    expect(kinds(ended(-5), page(0, 'wrong-password'))).toEqual(['sign-in-rejected']);
    expect(kinds(page(0, 'wrong-password'))).toEqual([]);
  });

  it('a sign-in that works within half an hour of a forced logout: signing in works', () => {
    expect(kinds(ended(-29), login(0, 'accepted'))).toEqual(['sign-in-works']);
    expect(kinds(ended(-31), login(0, 'accepted'))).toEqual([]);
    expect(kinds(ended(-5, 'user'), login(0, 'accepted'))).toEqual([]);
    expect(kinds(login(0, 'accepted'))).toEqual([]);
  });

  it('two server errors within two minutes: errors; one alone: nothing', () => {
    expect(kinds(request(0, 'server-error'))).toEqual([]);
    expect(kinds(request(0, 'server-error', 2))).toEqual(['errors']);
    expect(kinds(request(-1, 'server-error'), request(0, 'server-error'))).toEqual(['errors']);
    expect(kinds(request(-3, 'server-error'), request(0, 'server-error'))).toEqual([]);
  });

  it('the service’s error page beside its server’s error: errors; a page that only looks like one: nothing', () => {
    expect(kinds(request(0, 'server-error'), page(0, 'error'))).toEqual(['errors']);
    expect(kinds(ended(-1), page(0, 'unavailable'))).toEqual(['errors']);
    expect(kinds(page(0, 'error'))).toEqual([]);
    expect(kinds(page(0, 'unavailable'))).toEqual([]);
  });

  it('what cannot be reached while the network is good: unreachable; else nothing', () => {
    expect(kinds(network(0, 'online'), request(0, 'dns'))).toEqual(['unreachable']);
    expect(kinds(network(0, 'online'), request(0, 'timeout'))).toEqual(['unreachable']);
    expect(kinds(request(0, 'dns'))).toEqual([]);
    expect(kinds(network(-1, 'online'), network(0, 'offline'), request(0, 'dns'))).toEqual([]);
    expect(kinds(network(-3, 'online'), request(0, 'dns'))).toEqual([]);
  });

  it('the same service’s own answer is no sign of a good network, another’s is', () => {
    const other = (service: 'facebook' | 'x') =>
      seen(-1, { kind: 'request', purpose: 'probe', outcome: 'ok' }, service);
    expect(kinds(other('facebook'), request(0, 'dns'))).toEqual([]);
    expect(kinds(other('x'), request(0, 'dns'))).toEqual(['unreachable']);
  });

  it('a suspension or a lock after an end: a notice of suspension', () => {
    expect(kinds(ended(-1), page(0, 'suspended'))).toEqual(['suspended-notice']);
    expect(kinds(ended(-1), page(0, 'locked'))).toEqual(['suspended-notice']);
    expect(kinds(page(0, 'suspended'))).toEqual([]);
  });

  it('an end of another service does not make a page count', () => {
    const elsewhere = seen(-1, { kind: 'session', change: 'ended', by: 'server' }, 'instagram');
    expect(kinds(elsewhere, page(0, 'suspended'))).toEqual([]);
  });

  it('nothing, where it is an ordinary page, an answer, or a site of the person’s own', () => {
    expect(kinds(ended(-1), page(0, 'login'))).toEqual([]);
    expect(kinds(seen(0, { kind: 'answer', question: 'was-signed-in', answer: 'yes' }))).toEqual([]);
    expect(kinds(seen(0, { kind: 'session', change: 'ended', by: 'server' }, 'site:mine.example'))).toEqual(
      [],
    );
  });
});

describe('a report', () => {
  it('holds the service, the kind and five minutes of time, and nothing else', () => {
    const log = [ended(0)];
    expect(reportsOf(log, log)).toEqual([
      { v: 1, service: 'facebook', kind: 'forced-logout', bucket: Math.floor(T0 / 300_000) },
    ]);
    expect(reportsOf(log, log).every((one) => z.safeParse(report, one).success)).toBe(true);
    expect(bucketOf(T0 + 4 * MINUTE)).toBe(bucketOf(T0) + 1);
  });

  it('is made once of each kind, however often it was seen', () => {
    const log = [login(0, 'rejected'), login(0, 'rejected'), page(0, 'wrong-password')];
    expect(reportsOf(log, log)).toHaveLength(1);
  });
});
