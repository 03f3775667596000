import { describe, expect, it } from 'vitest';
import { assess } from '../../../lib/diagnosis/index.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import {
  answer,
  at,
  ended,
  feed,
  incident,
  login,
  network,
  page,
  request,
  seen,
  started,
  verdict,
} from './log-builder.ts';

const kinds = (log: Observation[], seconds: number) =>
  verdict(log, seconds).reasons.map(({ evidence }) => evidence);

describe('what is seen at one moment is a set', () => {
  it.each([
    [
      'yes and no',
      [answer(5, 'changed-password-yourself', 'yes'), answer(5, 'changed-password-yourself', 'no')],
    ],
    ['a page that works and a sign-in page', [page(5, 'home'), page(5, 'login')]],
    ['an error and a success', [request(5, 'server-error'), request(5, 'ok'), request(9, 'server-error')]],
    ['two feeds', [feed(5, 'outage'), feed(5, 'operational')]],
    ['a start and an end', [started(5), ended(5)]],
    ['online and offline', [network(5, 'online'), network(5, 'offline'), login(5, 'rejected')]],
  ] as [string, Observation[]][])('%s: the order in the file does not matter', (_, moment) => {
    const log = [ended(0)];
    expect(assess([...log, ...[...moment].reverse()], at(60))).toEqual(assess([...log, ...moment], at(60)));
  });
});

describe('news of an outage', () => {
  const crowd = { 'forced-logout': 0.9, 'sign-in-works': 0.8 };
  const p = (log: Observation[]) => verdict(log, 20).probabilities['account-compromise'] ?? Number.NaN;
  const earlier: [string, Observation][] = [
    ['of many who get in again', feed(1, 'degraded', { symptoms: crowd })],
    ['of many who are signed out', feed(1, 'degraded', { symptoms: { 'forced-logout': 0.9 } })],
    ['that knows only symptoms', feed(1, 'unknown', { symptoms: crowd })],
    ['that knows only of sign-outs', feed(1, 'unknown', { symptoms: { 'forced-logout': 0.9 } })],
    ['of an outage', feed(1, 'outage', { confidence: 0.9 })],
    ['of a healthy service', feed(1, 'operational')],
  ];
  const news: [string, Observation][] = [
    [
      'a refusing one',
      feed(9, 'outage', { confidence: 0.2, symptoms: { 'sign-in-rejected': 0.5, 'forced-logout': 0.6 } }),
    ],
    ['one in which many get in', feed(9, 'outage', { confidence: 0.9, symptoms: crowd })],
  ];
  it('takes no official word of an earlier entry back, however often it comes', () => {
    const official = { source: 'metastatus', status: 'outage', text: null, url: null, at: null } as const;
    const word = feed(1, 'operational', { confidence: 0.9, official });
    const weak = (seconds: number) => feed(seconds, 'outage', { confidence: 0.1 });
    const log = [word, weak(2), ended(3)];
    expect(p([...log, weak(9)])).toBeLessThanOrEqual(p(log));
    expect(p([...log, weak(9), weak(10), weak(11)])).toBeLessThanOrEqual(p(log));
  });

  it.each(earlier.flatMap(([was, word]) => news.map(([is, next]) => [was, is, word, next] as const)))(
    'after a word %s, %s, never makes a break-in more probable',
    (_, __, word, next) => {
      const log = [word, ended(3), page(4, 'login')];
      expect(p([...log, next])).toBeLessThanOrEqual(p(log) + 1e-12);
    },
  );
});

describe('an entry whose age cannot be reckoned with', () => {
  it('ends nothing but itself: every moment is reached', () => {
    const log = [feed(0, 'outage', {}, { age: 1e306, ttl: 600 }), ended(1)];
    expect(incident(log, 7200)?.current).toBeDefined();
  });
});

describe('from moment to moment', () => {
  it('becomes surer of an outage when the network turns out to be good', () => {
    const log = [page(0, 'error'), network(5, 'online')];
    const said = incident(log, 6)?.verdicts.map((one) => [one.verdict.cause, one.verdict.certainty]);
    expect(said).toEqual([
      ['outage', 'unsure'],
      ['outage', 'confident'],
    ]);
    // A rule made the change; no evidence weighs otherwise than before.
    expect(incident(log, 6)?.verdicts.at(-1)?.because).toBeNull();
  });

  it('lets an outage take the place of an "operational" that still holds', () => {
    const log = [page(0, 'error'), feed(1, 'operational'), feed(2, 'outage')];
    expect(kinds(log.slice(0, 2), 3)).toContain('feed-operational');
    expect(kinds(log, 3)).toContain('feed-outage');
    expect(kinds(log, 3)).not.toContain('feed-operational');
  });

  it('keeps an official issue when the page cannot be reached, and drops it when the page takes it back', () => {
    const official = (seconds: number, status: string) =>
      seen(seconds, { kind: 'official', source: 'metastatus', status, statusAt: ended(0).at });
    const log = [ended(0), official(5, 'outage')];
    expect(kinds([...log, official(9, 'unreachable')], 10)).toContain('official-issue');
    expect(kinds([...log, official(9, 'resolved')], 10)).not.toContain('official-issue');
  });

  it('names what changed the verdict, not what was heavy all along', () => {
    const log = [
      feed(0, 'operational'),
      ended(1),
      page(2, 'session-expired'),
      answer(30, 'logged-out-everywhere-yourself', 'yes'),
    ];
    const last = incident(log, 31)?.verdicts.at(-1);
    expect([last?.verdict.cause, last?.because]).toEqual(['signed-out', 'logged-out-everywhere-yourself']);
  });
});
