import { describe, expect, it } from 'vitest';
import { assess } from '../../../lib/diagnosis/index.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { answer, at, ended, feed, incident, login, page, request, started, verdict } from './log-builder.ts';

const kinds = (log: readonly Observation[], seconds: number) =>
  verdict(log, seconds).reasons.map(({ evidence }) => evidence);

describe('an answer after an incident is over', () => {
  const over = [ended(0), login(30, 'rejected'), started(60), page(65, 'home')];
  const said = (seconds: number) => answer(seconds, 'works-on-another-device', 'no');

  it('takes it up again within a quarter of an hour of its end, with what was seen and said then', () => {
    expect(incident(over, 125)?.closedAt).toBe(at(125));
    const log = [...over, said(125 + 900)];
    expect(assess(log, at(1026)).map(({ openedAt }) => openedAt)).toEqual([at(0), at(1025)]);
    expect(kinds(log, 1026)).toEqual(expect.arrayContaining(['session-ended-by-server', 'sign-in-refused']));
  });

  it('stands for itself later, or where another incident has begun since', () => {
    expect(kinds([...over, said(125 + 901)], 1027)).not.toContain('session-ended-by-server');
    const another = [...over, page(200, 'error'), page(210, 'home'), page(220, 'home'), said(300)];
    expect(incident(another.slice(0, -1), 290)?.closedAt).not.toBeNull();
    expect(kinds(another, 301)).not.toContain('session-ended-by-server');
  });

  it('stands for itself where the person closed it or it went quiet', () => {
    const closed = assess([ended(0), said(100)], at(101), [{ service: 'facebook', at: at(60) }]);
    expect(closed).toHaveLength(2);
    expect(closed[1]?.current?.reasons.map(({ evidence }) => evidence)).not.toContain(
      'session-ended-by-server',
    );
    expect(kinds([ended(0), said(86_500)], 86_501)).not.toContain('session-ended-by-server');
  });

  it('is over again a minute later, since the person is in', () => {
    const log = [...over, said(200)];
    expect(incident(log, 259)?.closedAt).toBeNull();
    expect(incident(log, 260)).toMatchObject({ closedAt: at(260), closedBy: 'recovered' });
  });

  it('is over again at the first success after a failure: the person is in, and no page bars the account', () => {
    const failed = [...over, said(200), page(210, 'error')];
    expect(incident(failed, 3600)?.closedAt).toBeNull();
    expect(incident([...failed, request(220, 'ok')], 3600)?.closedAt).toBe(at(280));
  });

  it('adds to what was answered before, and a new answer takes the place of an old one', () => {
    const log = [
      ended(0),
      answer(10, 'changed-password-yourself', 'no'),
      answer(11, 'logged-out-everywhere-yourself', 'no'),
      started(60),
      page(65, 'home'),
      answer(200, 'logged-out-everywhere-yourself', 'yes'),
    ];
    const found = kinds(log, 201);
    expect(found).toEqual(
      expect.arrayContaining(['did-not-change-password', 'logged-out-everywhere-yourself']),
    );
    expect(found).not.toContain('did-not-log-out-everywhere');
  });

  it('raises the alarm where it is direct evidence, and then it does not close by itself', () => {
    const log = [...over, answer(200, 'posts-or-messages-not-yours', 'yes')];
    expect(verdict(log, 201).alarm).toBe('act');
    expect(incident(log, 86_400 * 3)?.closedAt).toBeNull();
  });

  it('keeps the outage of then', () => {
    const log = [feed(0, 'outage', {}, { ttl: 150 }), ended(1), started(60), page(65, 'home'), said(200)];
    expect(kinds(log, 201)).toContain('feed-showed-trouble');
  });
});

describe('what was seen before an incident opens', () => {
  it('counts for a quarter of an hour, to the millisecond', () => {
    expect(kinds([login(0, 'error'), ended(900)], 901)).toContain('sign-in-error');
    expect(kinds([login(0, 'error'), ended(901)], 902)).not.toContain('sign-in-error');
  });

  it('is no part of a count that begins anew where nothing came of it', () => {
    const once = [login(0, 'rejected'), login(1000, 'rejected'), page(1010, 'login'), ended(1020)];
    const refused = verdict(once, 1021).reasons.find(({ evidence }) => evidence === 'sign-in-refused');
    expect(refused?.detail).toEqual({ count: 1 });
  });
});

describe('an incident in which somebody says that something is wrong', () => {
  it('is not over because requests work, where nothing was seen before', () => {
    const log = [answer(0, 'contacts-also-affected', 'no'), request(60, 'ok', { count: 5 })];
    expect(incident(log, 3600)?.closedAt).toBeNull();
    expect(incident([...log, page(70, 'home'), page(80, 'home')], 3600)?.closedAt).not.toBeNull();
  });
});
