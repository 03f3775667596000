import { describe, expect, it } from 'vitest';
import { assess } from '../../../lib/diagnosis/index.ts';
import type { EvidenceKind } from '../../../lib/model/evidence.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { evidenceOf, kindsOf } from './evidence-of.ts';
import { at, ended, feed, login, network, page, request, seen, started, verdict } from './log-builder.ts';

type Row = readonly [sentence: string, kind: EvidenceKind, log: Observation[]];
const has = (rows: Row[]): void =>
  it.each(rows)('%s (%s)', (_, kind, log) => expect(kindsOf(log)).toContain(kind));
const lacks = (rows: Row[]): void =>
  it.each(rows)('%s (%s)', (_, kind, log) => expect(kindsOf(log)).not.toContain(kind));

const failing = request(0, 'server-error', { count: 2 });
const unreached = request(0, 'dns', { count: 2 });
const badCertificate = request(0, 'tls', { count: 2 });
const of = (service: string, seconds: number, fields: object): Observation =>
  seen(seconds, { service, ...fields });
const gone = (service: string, seconds: number, by: string): Observation => ended(seconds, by, { service });
const ofX = (seconds: number, outcome: string): Observation => request(seconds, outcome, { service: 'x' });

describe('a failure before the session was lost is part of it', () => {
  has([
    ['when nothing worked since', 'error-page', [page(0, 'error'), ended(20)]],
    ['half an hour later', 'error-page', [page(0, 'error'), ended(1800)]],
    ['when only an answer came since', 'server-errors', [failing, request(5, 'client-error'), ended(10)]],
    [
      'when only a request worked and a sign-in had failed',
      'sign-in-error',
      [login(0, 'error'), request(5, 'ok'), ended(10)],
    ],
    ['when the service could not be reached', 'unreachable', [unreached, ended(10)]],
    ['when its certificate was bad', 'certificate-failure', [badCertificate, ended(10)]],
    [
      'when the network was bad, if the service itself failed',
      'server-errors',
      [failing, network(5, 'offline'), network(20, 'online'), ended(30)],
    ],
    ['and with it that others answered then', 'other-services-answer', [failing, ofX(5, 'ok'), ended(10)]],
    [
      'also for who is locked after being thrown out',
      'error-page',
      [ended(0), page(5, 'error'), request(6, 'ok'), page(10, 'locked')],
    ],
    [
      'also beside a page that asks to wait',
      'error-page',
      [page(0, 'error'), page(5, 'home'), page(10, 'rate-limited')],
    ],
  ]);
});

describe('a failure before the session was lost is no part of it', () => {
  lacks([
    ['when a page worked since', 'error-page', [page(0, 'error'), page(10, 'home'), ended(20)]],
    ['more than half an hour later', 'error-page', [page(0, 'error'), ended(1801)]],
    ['when a request worked since', 'server-errors', [failing, request(5, 'ok'), ended(10)]],
    [
      'when the person was in since and a sign-in had failed',
      'sign-in-error',
      [login(0, 'error'), started(5), ended(10)],
    ],
    [
      'when any answer shows that it can be reached',
      'unreachable',
      [unreached, request(5, 'client-error'), ended(10)],
    ],
    [
      'when any answer shows that its certificate is good',
      'certificate-failure',
      [badCertificate, request(5, 'client-error'), ended(10)],
    ],
    [
      'when the network explains it',
      'unreachable',
      [unreached, network(5, 'offline'), network(20, 'online'), ended(30)],
    ],
    [
      'when the network explains the certificate',
      'certificate-failure',
      [badCertificate, network(5, 'offline'), network(20, 'online'), ended(30)],
    ],
    [
      'nor is what others answered then',
      'other-services-answer',
      [failing, request(2, 'ok'), ofX(5, 'ok'), ended(10)],
    ],
    [
      'nor for who meets a lock after a page that worked',
      'error-page',
      [page(0, 'error'), page(5, 'home'), page(10, 'locked')],
    ],
  ]);
});

describe('a refused password', () => {
  const refusals = (log: Observation[]) =>
    evidenceOf(log).find(({ kind }) => kind === 'sign-in-refused')?.detail;
  has([
    ['before the session was lost is part of it', 'sign-in-refused', [login(0, 'rejected'), ended(10)]],
    [
      'once leaves a failed sign-in standing',
      'sign-in-error',
      [ended(0), login(5, 'error'), login(40, 'rejected')],
    ],
    [
      'before the failed sign-in does too',
      'sign-in-error',
      [ended(0), login(5, 'rejected'), login(40, 'error'), login(80, 'rejected')],
    ],
  ]);
  lacks([
    [
      'before a sign-in that worked was a slip of the finger',
      'sign-in-refused',
      [login(0, 'rejected'), started(5), ended(10)],
    ],
    [
      'twice says that the sign-in works, minutes after it failed',
      'sign-in-error',
      [ended(0), login(5, 'error'), login(40, 'rejected'), login(130, 'rejected')],
    ],
  ]);

  it('and the page that it leads to are one refusal for half a minute, whichever is told first', () => {
    expect(refusals([ended(0), login(5, 'rejected'), page(35, 'wrong-password')])).toEqual({ count: 1 });
    expect(refusals([ended(0), login(5, 'rejected'), page(36, 'wrong-password')])).toEqual({ count: 2 });
    expect(refusals([ended(0), page(5, 'wrong-password'), login(35, 'rejected')])).toEqual({ count: 1 });
    expect(refusals([ended(0), page(5, 'wrong-password'), login(36, 'rejected')])).toEqual({ count: 2 });
  });

  it('opens no incident, by a page or without', () => {
    expect(assess([page(0, 'wrong-password'), login(60, 'rejected')], at(3600))).toEqual([]);
  });

  it('long before an outage that the feed knows of stands beside those that it excuses', () => {
    const log = [ended(0), login(60, 'rejected'), login(3600, 'rejected'), feed(3660, 'outage')];
    expect(refusals(log)).toEqual({ count: 1 });
    expect(
      refusals([ended(0), login(3600, 'rejected'), login(3650, 'rejected'), feed(3660, 'outage')]),
    ).toEqual({ count: 2 });
  });
});

describe('sessions', () => {
  const days = (by: string): Observation[] =>
    [0, 1, 2].flatMap((day) => [started(day * 86_400), ended(day * 86_400 + 28_800, by)]);
  const clearing = seen(0, { service: null, kind: 'clearing', sites: 3 });
  has([
    ['that end at the same age are a rhythm, also by expiry', 'routine-rhythm', days('expiry')],
    ['that went with others are a clearing, told before', 'data-cleared', [clearing, ended(10, 'browser')]],
    ['that went unseen with others too', 'data-cleared', [clearing, ended(10, 'unknown')]],
    [
      'that went unseen with others too, told after',
      'data-cleared',
      [ended(0, 'unknown'), seen(10, { service: null, kind: 'clearing', sites: 3 })],
    ],
    [
      'of two owners that went at one moment were wiped',
      'data-cleared',
      [ended(0, 'unknown'), gone('x', 10, 'unknown')],
    ],
    [
      'of one owner were wiped when one went by this browser',
      'data-cleared',
      [ended(0, 'unknown'), gone('instagram', 5, 'browser')],
    ],
    [
      'that expired by a dialog can be signed in to again',
      'sign-in-works',
      [page(0, 'session-expired'), login(5, 'accepted')],
    ],
  ]);
  lacks([
    ['that this browser removed are no rhythm', 'routine-rhythm', days('browser')],
    ['that the server ended were not cleared', 'data-cleared', [clearing, ended(10, 'server')]],
    ['that went long after were not cleared', 'data-cleared', [clearing, ended(11, 'browser')]],
    [
      'of two owners that the servers ended were not wiped',
      'data-cleared',
      [ended(0), gone('x', 5, 'server')],
    ],
    [
      'of two owners that went apart were not wiped',
      'data-cleared',
      [ended(0, 'unknown'), gone('x', 11, 'unknown')],
    ],
    [
      'of one owner that went unseen were not wiped',
      'data-cleared',
      [ended(0, 'unknown'), gone('instagram', 5, 'unknown')],
    ],
    [
      'that the server ended were not forgotten with the device',
      'device-forgotten',
      [ended(0, 'server', { deviceForgotten: true })],
    ],
  ]);

  it('of a rhythm tell how old they grew', () => {
    const rhythm = evidenceOf(days('server')).find(({ kind }) => kind === 'routine-rhythm');
    expect(rhythm?.detail).toEqual({ count: 3, seconds: 28_800 });
  });
});

describe('a linked service', () => {
  const instagram = (seconds: number, fields: object): Observation => of('instagram', seconds, fields);
  const error = { kind: 'page', page: 'error' };
  has([
    ['fails by a page', 'linked-service-failing', [instagram(0, error), ended(900)]],
    [
      'fails by a page that says unavailable',
      'linked-service-failing',
      [instagram(0, { kind: 'page', page: 'unavailable' }), ended(5)],
    ],
    [
      'fails by a sign-in',
      'linked-service-failing',
      [instagram(0, { kind: 'login', outcome: 'error' }), ended(5)],
    ],
    [
      'fails by what the feed says',
      'linked-service-failing',
      [{ ...feed(0, 'outage'), service: 'instagram' } as Observation, ended(5)],
    ],
    [
      'is healthy by a page',
      'linked-service-healthy',
      [instagram(0, { kind: 'page', page: 'home' }), ended(900)],
    ],
    [
      'was signed out with a session that only a page shows lost',
      'linked-service-signed-out',
      [page(0, 'home'), gone('instagram', 5, 'server'), page(10, 'login')],
    ],
  ]);
  lacks([
    ['failed too long before', 'linked-service-failing', [instagram(0, error), ended(901)]],
    [
      'was healthy too long before',
      'linked-service-healthy',
      [instagram(0, { kind: 'page', page: 'home' }), ended(901)],
    ],
    [
      'was signed out too long before',
      'linked-service-signed-out',
      [gone('instagram', 0, 'server'), ended(301)],
    ],
    ['was wiped by this browser', 'linked-service-signed-out', [gone('instagram', 0, 'browser'), ended(5)]],
  ]);
});

describe('something that blocks the service', () => {
  const questions = (log: Observation[], seconds: number) =>
    verdict(log, seconds).nextChecks.filter(({ type }) => type === 'question');

  it('is the network, until the service itself is seen again', () => {
    const log = [ended(0), page(5, 'blocked')];
    expect(verdict(log, 6)).toMatchObject({ cause: 'network', alarm: 'none' });
    expect(questions(log, 6)).toEqual([]);
    expect(questions([...log, page(10, 'login')], 11)).not.toEqual([]);
    expect(verdict([ended(0), page(5, 'login'), request(5, 'blocked')], 6).cause).toBe('network');
  });

  it('says nothing where a request of a page was blocked, as content blockers do all day', () => {
    expect(kindsOf([ended(0), request(5, 'blocked', { purpose: 'api' })])).not.toContain('request-blocked');
  });
});

describe('a password that is refused', () => {
  has([
    [
      'after the session was lost leaves what failed since',
      'error-page',
      [ended(0), page(5, 'error'), request(6, 'ok'), login(10, 'rejected')],
    ],
    [
      'again leaves what failed before the first time',
      'error-page',
      [page(0, 'error'), login(5, 'rejected'), request(6, 'ok'), login(60, 'rejected')],
    ],
  ]);
  lacks([
    [
      'at first settles what failed and worked again',
      'error-page',
      [page(0, 'error'), request(6, 'ok'), login(10, 'rejected')],
    ],
  ]);

  it('is excused as far back as the feed says that the outage goes', () => {
    const refused = [ended(0), login(60, 'rejected'), login(7000, 'rejected')];
    const refusal = (since: string | null) =>
      evidenceOf([...refused, feed(7060, 'outage', { since })]).find(
        ({ kind }) => kind === 'sign-in-refused',
      );
    expect(refusal(null)?.detail).toEqual({ count: 1 });
    expect(refusal(ended(30).at)?.detail).toEqual({ count: 2 });
  });
});

describe('before an incident opened', () => {
  has([
    [
      'a refusal of a quarter of an hour belongs to it',
      'sign-in-refused',
      [login(0, 'rejected'), ended(900)],
    ],
    [
      'an own sign-out does too',
      'logged-out-everywhere',
      [seen(0, { kind: 'logout', scope: 'everywhere' }), ended(900)],
    ],
  ]);
  lacks([
    ['an older refusal does not', 'sign-in-refused', [login(0, 'rejected'), ended(901)]],
    [
      'an older sign-out does not',
      'logged-out-everywhere',
      [seen(0, { kind: 'logout', scope: 'everywhere' }), ended(901)],
    ],
  ]);
});

describe('a bad network', () => {
  const instagram = (outcome: string): Observation => request(0, outcome, { service: 'instagram', count: 2 });
  const bad = [network(5, 'offline'), network(20, 'online'), ended(30)];
  has([
    [
      'explains no errors of a linked service itself',
      'linked-service-failing',
      [instagram('server-error'), ...bad],
    ],
  ]);
  lacks([
    ['explains why a linked service was not reached', 'linked-service-failing', [instagram('dns'), ...bad]],
  ]);
});
