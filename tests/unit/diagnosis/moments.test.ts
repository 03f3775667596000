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
