import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../lib/model/observation.ts';
import { admitsNoMore } from '../../../scripts/calibrate/judge/admits-no-more.ts';
import { endsRecovered } from '../../../scripts/calibrate/judge/ends-recovered.ts';
import { opensAt } from '../../../scripts/calibrate/judge/opens.ts';
import { answer, at, cleared, ended, feed, login, offline, ok, page, server5xx, started } from './log.ts';

const bare = [ended('server'), page('login', 2), feed('operational', 3), ok(4)];
const admits = (...log: Observation[]): boolean => admitsNoMore(log, 'facebook', at(0));

describe('a record that admits no more than S3', () => {
  it('holds a session that the server ended, a healthy or unknown service, and nothing else', () => {
    expect(admits(...bare)).toBe(true);
    expect(admits(ended('unknown'), page('session-expired', 2))).toBe(true);
    expect(admits(...bare, answer('changed-password-yourself', 'unsure'))).toBe(true);
    expect(admits(...bare, answer('was-signed-in', 'yes'))).toBe(true);
  });

  it('holds nothing that points anywhere', () => {
    for (const sign of [
      ended('expiry'),
      ended('browser'),
      login('rejected'),
      login('accepted'),
      page('locked'),
      server5xx(),
      offline(),
      feed('degraded'),
      answer('changed-password-yourself', 'no'),
      ended('server', 8, 'instagram'),
      cleared(),
    ])
      expect(admits(...bare, sign), JSON.stringify(sign)).toBe(false);
  });

  it('is read from the case on, not from the days before', () => {
    expect(admitsNoMore([login('rejected', -7200), ...bare], 'facebook', at(0))).toBe(true);
  });
});

describe('the opening of an incident', () => {
  const opens = (...log: Observation[]): boolean => opensAt(log, 'facebook', at(0)) !== null;

  it('is a session that ended, unless the person did it', () => {
    expect(opens(ended('server'))).toBe(true);
    expect(opens(ended('user'))).toBe(false);
    expect(opens(ended('user'), page('login', 3))).toBe(false);
  });

  it('is a sign-in page only after a session that was known', () => {
    expect(opens(page('login'))).toBe(false);
    expect(opens(started(-900), page('login'))).toBe(true);
  });

  it('is a grave page, two errors in a row, one failure of a bad network, or a word of the person', () => {
    expect(opens(page('suspended'))).toBe(true);
    expect(opens(server5xx())).toBe(false);
    expect(opens(server5xx(10), server5xx(40))).toBe(true);
    expect(opens(server5xx(10), ok(20), server5xx(40))).toBe(false);
    expect(opens(server5xx(10), server5xx(200))).toBe(false);
    expect(opens(offline(5), server5xx(10))).toBe(true);
    expect(opens(answer('was-signed-in', 'yes'))).toBe(true);
    expect(opens(feed('outage'))).toBe(false);
  });
});

describe('a log that ends in a recovery', () => {
  const recovers = (...log: Observation[]): boolean => endsRecovered(log, 'facebook', at(0));

  it('is signed in again and at home', () => {
    expect(recovers(ended('server'), login('accepted', 5), started(5), page('home', 6))).toBe(true);
    expect(recovers(ended('server'), started(5), ok(6))).toBe(true);
    expect(recovers(ended('server'), ok(6), ok(8))).toBe(false);
    expect(
      recovers(ended('server'), login('accepted', 5), started(5), page('home', 6), ended('server', 9)),
    ).toBe(false);
  });

  it('where no session was lost, has two successes in a row', () => {
    expect(recovers(server5xx(1), server5xx(2), ok(6), ok(8))).toBe(true);
    expect(recovers(server5xx(1), ok(6), server5xx(7), ok(8))).toBe(false);
  });

  it('is home again after a page of trouble, not a page about the account that loads well', () => {
    expect(recovers(page('unavailable', 1), ok(6), page('home', 7))).toBe(true);
    expect(recovers(page('locked', 1), ok(6), ok(8))).toBe(false);
    expect(recovers(page('locked', 1), ok(6), page('home', 7))).toBe(true);
  });
});
