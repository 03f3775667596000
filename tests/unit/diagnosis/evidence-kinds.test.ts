import { describe, expect, it } from 'vitest';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../../lib/model/evidence.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { evidenceOf, kindsOf } from './evidence-of.ts';
import { answer, ended, feed, login, network, page, request, seen, started } from './log-builder.ts';

const HOUR = 3600;
const lone = ended(0);
const failing = [request(0, 'server-error', { count: 3 })];
const linked = (seconds: number, fields: object): Observation =>
  seen(seconds, { service: 'instagram', ...fields });
const other = (seconds: number, outcome: string): Observation => request(seconds, outcome, { service: 'x' });
const said = (question: string, word: string): Observation[] => [lone, answer(1, question, word)];

const saidOfContact = (word: string): Observation[] => [
  page(0, 'contact-changed'),
  answer(1, 'changed-contact-yourself', word),
];

/** For each kind a log that shows it, and one that comes close and does not. */
const LOGS: Readonly<Record<EvidenceKind, readonly [shows: Observation[], not: Observation[]]>> = {
  'session-ended-by-server': [[lone], [ended(0, 'browser')]],
  'session-ended-by-browser': [[ended(0, 'browser')], [lone]],
  'session-ended-by-expiry': [[ended(0, 'expiry')], [lone]],
  'session-ended-by-eviction': [[ended(0, 'eviction')], [lone]],
  'session-ended-unseen': [[ended(0, 'unknown')], [lone]],
  'device-forgotten': [
    [ended(0, 'browser', { deviceForgotten: true })],
    [ended(0, 'browser', { deviceForgotten: false })],
  ],
  'data-cleared': [
    [ended(0, 'browser'), seen(1, { service: null, kind: 'clearing', sites: 3 })],
    [ended(0, 'browser'), seen(60, { service: null, kind: 'clearing', sites: 3 })],
  ],
  'logged-out-here': [[seen(0, { kind: 'logout', scope: 'here' }), ended(2)], [lone]],
  'logged-out-everywhere': [
    [seen(0, { kind: 'logout', scope: 'everywhere' }), ended(2)],
    [seen(0, { kind: 'logout', scope: 'here' }), ended(2)],
  ],
  'signed-out-again': [
    [ended(0), started(60), ended(120)],
    [ended(0), ended(120)],
  ],
  'routine-rhythm': [
    [0, 1, 2].flatMap((day) => [started(day * 24 * HOUR), ended(day * 24 * HOUR + 8 * HOUR)]),
    [0, 1, 2].flatMap((day) => [started(day * 24 * HOUR), ended(day * 24 * HOUR + (4 + 2 * day) * HOUR)]),
  ],
  'login-page': [
    [page(0, 'home'), page(5, 'login')],
    [page(0, 'login'), page(1, 'locked')],
  ],
  'session-expired-page': [[page(0, 'session-expired')], [lone]],
  'old-password-page': [
    [page(0, 'old-password')],
    [page(0, 'old-password'), answer(1, 'changed-password-yourself', 'yes')],
  ],
  'contact-changed-page': [
    [page(0, 'contact-changed')],
    [page(0, 'contact-changed'), answer(1, 'changed-contact-yourself', 'yes')],
  ],
  'unusual-login-page': [[page(0, 'unusual-login')], [lone]],
  'checkpoint-page': [[page(0, 'checkpoint')], [lone]],
  'two-factor-page': [[lone, page(1, 'two-factor')], [lone]],
  'locked-page': [[page(0, 'locked')], [page(0, 'suspended')]],
  'suspended-page': [[page(0, 'suspended')], [page(0, 'locked')]],
  'rate-limited-page': [[page(0, 'rate-limited')], [lone]],
  'error-page': [[page(0, 'error')], [lone]],
  'unavailable-page': [[page(0, 'unavailable')], [lone]],
  'storage-lost-page': [[page(0, 'storage-lost')], [lone]],
  'blocked-page': [[page(0, 'blocked')], [lone]],
  'sign-in-refused': [
    [lone, login(1, 'rejected')],
    [lone, login(1, 'error')],
  ],
  'sign-in-error': [
    [lone, login(1, 'error')],
    [lone, login(1, 'rejected')],
  ],
  'sign-in-challenged': [
    [lone, login(1, 'challenged')],
    [lone, login(1, 'rejected')],
  ],
  'sign-in-works': [
    [lone, login(1, 'accepted')],
    [page(0, 'locked'), login(1, 'accepted')],
  ],
  'server-errors': [failing, [request(0, 'timeout', { count: 3 })]],
  unreachable: [[request(0, 'dns', { count: 2 })], failing],
  'certificate-failure': [[request(0, 'tls', { count: 2 })], failing],
  'request-rate-limited': [
    [lone, request(1, 'rate-limited')],
    [lone, request(1, 'client-error')],
  ],
  'request-blocked': [
    [lone, request(1, 'blocked')],
    [lone, request(1, 'client-error')],
  ],
  'service-answers': [
    [...failing, request(5, 'ok')],
    [lone, request(1, 'ok'), request(5, 'server-error')],
  ],
  offline: [
    [lone, network(1, 'offline')],
    [lone, network(1, 'offline'), network(2, 'online')],
  ],
  'captive-portal': [
    [lone, network(1, 'captive-portal')],
    [lone, network(1, 'tampered')],
  ],
  'network-was-bad': [
    [request(0, 'dns'), network(1, 'offline'), network(60, 'online')],
    [request(0, 'dns'), network(1, 'offline'), network(60, 'online'), request(200, 'dns')],
  ],
  'feed-showed-trouble': [
    [lone, feed(1, 'outage'), feed(60, 'operational')],
    [lone, feed(1, 'outage'), feed(601, 'operational')],
  ],
  'feed-outage': [
    [feed(0, 'outage'), ended(1)],
    [feed(0, 'outage'), ended(600)],
  ],
  'feed-degraded': [
    [feed(0, 'degraded'), ended(1)],
    [feed(0, 'degraded'), feed(1, 'unknown'), ended(2)],
  ],
  'feed-operational': [
    [feed(0, 'operational'), ended(1)],
    [feed(0, 'unknown'), ended(1)],
  ],
  'feed-mass-logout': [
    [feed(0, 'degraded', { symptoms: { 'forced-logout': 0.5 } }), ended(1)],
    [feed(0, 'operational', { symptoms: { 'forced-logout': 0.9 } }), ended(1)],
  ],
  'feed-sign-in-works': [
    [feed(0, 'degraded', { symptoms: { 'sign-in-works': 0.5 } }), ended(1)],
    [feed(0, 'degraded', { symptoms: { 'sign-in-works': 0.4 } }), ended(1)],
  ],
  'feed-suspensions': [
    [feed(0, 'degraded', { symptoms: { 'suspended-notice': 0.3 } }), ended(1)],
    [feed(0, 'degraded', { symptoms: { 'suspended-notice': 0.2 } }), ended(1)],
  ],
  'official-issue': [
    [seen(0, { kind: 'official', source: 'metastatus', status: 'outage', statusAt: lone.at }), ended(1800)],
    [seen(0, { kind: 'official', source: 'metastatus', status: 'outage', statusAt: lone.at }), ended(1801)],
  ],
  'linked-service-signed-out': [
    [lone, linked(300, { kind: 'session', change: 'ended', by: 'server' })],
    [lone, linked(301, { kind: 'session', change: 'ended', by: 'server' })],
  ],
  'linked-service-failing': [
    [lone, linked(1, { kind: 'page', page: 'error' })],
    [lone, page(1, 'error', 'x')],
  ],
  'linked-service-healthy': [
    [lone, linked(1, { kind: 'page', page: 'home' })],
    [lone, page(1, 'home', 'x')],
  ],
  'linked-service-compromised': [
    [lone, linked(1, { kind: 'page', page: 'old-password' })],
    [lone, page(1, 'old-password', 'x')],
  ],
  'other-services-failing': [
    [...failing, other(5, 'timeout')],
    [...failing, request(5, 'timeout', { service: 'whatsapp' })],
  ],
  'other-services-answer': [
    [...failing, other(5, 'ok')],
    [...failing, other(200, 'ok')],
  ],
  'changed-password-yourself': [
    said('changed-password-yourself', 'yes'),
    said('changed-password-yourself', 'no'),
  ],
  'did-not-change-password': [
    said('changed-password-yourself', 'no'),
    said('changed-password-yourself', 'unsure'),
  ],
  'changed-contact-yourself': [saidOfContact('yes'), saidOfContact('no')],
  'did-not-change-contact': [saidOfContact('no'), [lone, answer(1, 'changed-contact-yourself', 'no')]],
  'logged-out-everywhere-yourself': [
    said('logged-out-everywhere-yourself', 'yes'),
    said('logged-out-everywhere-yourself', 'no'),
  ],
  'did-not-log-out-everywhere': [
    said('logged-out-everywhere-yourself', 'no'),
    said('logged-out-everywhere-yourself', 'yes'),
  ],
  'cleared-data-yourself': [said('cleared-browser-data', 'yes'), said('cleared-browser-data', 'no')],
  'did-not-clear-data': [said('cleared-browser-data', 'no'), said('cleared-browser-data', 'yes')],
  'security-email-unrecognised': [
    said('security-email-unrecognised', 'yes'),
    said('security-email-unrecognised', 'unsure'),
  ],
  'no-security-email': [
    said('security-email-unrecognised', 'no'),
    said('security-email-unrecognised', 'yes'),
  ],
  'posts-not-yours': [said('posts-or-messages-not-yours', 'yes'), said('posts-or-messages-not-yours', 'no')],
  'no-strange-posts': [said('posts-or-messages-not-yours', 'no'), said('posts-or-messages-not-yours', 'yes')],
  'works-on-another-device': [said('works-on-another-device', 'yes'), said('works-on-another-device', 'no')],
  'fails-on-another-device': [said('works-on-another-device', 'no'), said('works-on-another-device', 'yes')],
  'contacts-affected': [said('contacts-also-affected', 'yes'), said('contacts-also-affected', 'no')],
  'contacts-not-affected': [said('contacts-also-affected', 'no'), said('contacts-also-affected', 'yes')],
  'was-signed-in': [said('was-signed-in', 'yes'), said('was-signed-in', 'no')],
  'was-not-signed-in': [said('was-signed-in', 'no'), said('was-signed-in', 'yes')],
};

describe('what the log shows becomes evidence', () => {
  it.each(EVIDENCE_KINDS)('%s: once where it is shown, and not where it only looks like it', (kind) => {
    const [shows, not] = LOGS[kind];
    expect(kindsOf(shows).filter((one) => one === kind)).toEqual([kind]);
    expect(kindsOf(not)).not.toContain(kind);
  });

  it('counts a refused sign-in and the page that follows it once', () => {
    const twice = [
      lone,
      login(1, 'rejected'),
      page(2, 'wrong-password'),
      page(50, 'wrong-password'),
      login(52, 'rejected'),
    ];
    expect(evidenceOf(twice).find(({ kind }) => kind === 'sign-in-refused')?.detail).toEqual({ count: 2 });
  });

  it('gives a single server error less weight than a run of them', () => {
    const weigh = (log: Observation[]) =>
      evidenceOf(log).find(({ kind }) => kind === 'server-errors')?.strength;
    expect(weigh([lone, request(1, 'server-error')])).toBeLessThan(weigh(failing) ?? 0);
    expect(weigh([lone, request(1, 'server-error'), request(60, 'server-error')])).toBe(1);
  });

  it('weighs a refusal by how the service is doing', () => {
    const towardsBreakIn = (log: Observation[]): number => {
      const one = evidenceOf(log).find(({ kind }) => kind === 'sign-in-refused');
      return (one?.strength ?? 0) * ((one?.row[2] ?? 0) - (one?.row[5] ?? 0));
    };
    const refused = [lone, login(5, 'rejected'), login(40, 'rejected')];
    const healthy = towardsBreakIn([feed(-10, 'operational'), ...refused]);
    const unknown = towardsBreakIn(refused);
    expect(healthy).toBeGreaterThan(unknown);
    expect(unknown).toBeGreaterThan(0);
    expect(towardsBreakIn([feed(-10, 'outage'), ...refused])).toBe(0);
    expect(towardsBreakIn([...refused, feed(60, 'outage')])).toBe(0);
  });
});
