import { describe, expect, it } from 'vitest';
import {
  LOG_LIKELIHOODS,
  LOG_MASS_LOGOUT_AND_REFUSED,
  LOG_SIGN_IN_WORKS_IN_AN_OUTAGE,
} from '../../../lib/diagnosis/numbers/log-likelihoods.ts';
import type { EvidenceKind } from '../../../lib/model/evidence.ts';
import type { FeedEntry } from '../../../lib/model/feed.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { evidenceOf, kindsOf } from './evidence-of.ts';
import { ended, feed, page, seen, started } from './log-builder.ts';

const LONG = { ttl: 3000 };
const ofKind = (kind: EvidenceKind, ...log: readonly Observation[]) =>
  evidenceOf(log).find((one) => one.kind === kind);
const word = (
  seconds: number,
  status: FeedEntry['status'],
  symptoms: FeedEntry['symptoms'] = {},
  more = LONG,
) => feed(seconds, status, { symptoms }, more);
const official = (status: 'outage' | 'degraded'): Partial<FeedEntry> => ({
  official: { source: 'metastatus', status, text: null, url: null, at: null },
});

describe('a word of the feed', () => {
  it('says nothing once it has run out, and nothing where nobody is sure of it', () => {
    const ofFeed = (...log: readonly Observation[]) =>
      kindsOf(log).filter((kind) => kind.startsWith('feed-'));
    expect(ofFeed(word(0, 'outage', { 'forced-logout': 0.9 }, { ttl: 10 }), ended(1))).not.toEqual([]);
    expect(
      ofFeed(word(0, 'outage', { 'forced-logout': 0.9 }, { ttl: 10 }), ended(1), page(20, 'login')),
    ).toEqual([]);
    expect(ofFeed(feed(0, 'outage', { confidence: 0 }, LONG), ended(1))).toEqual([]);
    expect(ofFeed(word(0, 'unknown', { 'forced-logout': 0.9 }), ended(1))).toEqual(['feed-mass-logout']);
  });

  it('counts by its age in every part, and tells how old it is', () => {
    const old = feed(0, 'outage', { symptoms: { 'forced-logout': 0.9 } }, { age: 500, ttl: 100 });
    expect(ofKind('feed-outage', old, ended(0))?.strength).toBeCloseTo(0.22, 1);
    expect(ofKind('feed-mass-logout', old, ended(0))?.strength).toBeCloseTo(0.22, 1);
    expect(ofKind('feed-outage', old, ended(1))?.detail).toEqual({ seconds: 501 });
    expect(ofKind('feed-outage', feed(0, 'outage', {}, { age: -9, ttl: 600 }), ended(0))?.detail).toEqual({
      seconds: 0,
    });
  });

  it('that all is well is the end of trouble that was told of, and no evidence against it', () => {
    const kinds = kindsOf([word(0, 'outage'), ended(1), word(20, 'operational')]);
    expect(kinds).toContain('feed-showed-trouble');
    expect(kinds).not.toContain('feed-operational');
  });

  it('that all is well counts where it was issued before the person was in again', () => {
    const back = [ended(0), started(60)];
    const wellFrom = (age: number) => kindsOf([...back, feed(61, 'operational', {}, { age, ttl: 600 })]);
    expect(wellFrom(30)).toContain('feed-operational');
    expect(wellFrom(1)).not.toContain('feed-operational');
    expect(wellFrom(0)).not.toContain('feed-operational');
    expect(kindsOf([word(0, 'operational'), ended(1)])).toContain('feed-operational');
  });

  it('of an outage stands in the place of an earlier "operational", not of what else was said', () => {
    const log = [feed(0, 'operational', official('outage'), LONG), word(1, 'outage'), ended(2)];
    expect(kindsOf(log)).toEqual(expect.arrayContaining(['feed-outage', 'official-issue']));
    expect(kindsOf(log)).not.toContain('feed-operational');
  });

  it('of a degraded service stands beside a new outage; of two outages the stronger counts, once', () => {
    const degraded = word(0, 'degraded', { 'forced-logout': 0.9 });
    const weak = feed(1, 'outage', { confidence: 0.4 }, LONG);
    expect(kindsOf([degraded, weak, ended(2)])).toEqual(
      expect.arrayContaining(['feed-degraded', 'feed-outage']),
    );
    const twice = evidenceOf([word(0, 'outage'), weak, ended(2)]).filter(
      ({ kind }) => kind === 'feed-outage',
    );
    expect(twice.map(({ strength }) => strength)).toEqual([1]);
  });

  it('of the trouble of then weighs as its kind of trouble did', () => {
    const log = (status: 'outage' | 'degraded') =>
      ofKind(
        'feed-showed-trouble',
        word(0, status, { errors: 0.9 }),
        ended(1),
        started(60),
        word(70, 'operational'),
      );
    expect(log('outage')?.row).toBe(LOG_LIKELIHOODS['feed-outage']);
    expect(log('degraded')?.row).toBe(LOG_LIKELIHOODS['feed-degraded']);
  });
});

describe('what the feed says of many', () => {
  const out = { 'forced-logout': 0.9 };
  const refused = { ...out, 'sign-in-rejected': 0.5 };
  const works = { ...out, 'sign-in-works': 0.8 };
  const logout = (...log: readonly Observation[]) => ofKind('feed-mass-logout', ...log, ended(9))?.row;

  it('weighs otherwise where those who are signed out are refused', () => {
    expect(logout(word(0, 'outage', out))).toBe(LOG_LIKELIHOODS['feed-mass-logout']);
    expect(logout(word(0, 'outage', refused))).toBe(LOG_MASS_LOGOUT_AND_REFUSED);
    expect(logout(word(0, 'outage', works))).toBe(LOG_LIKELIHOODS['feed-mass-logout']);
  });

  it('is not that they are refused where an earlier word that holds says that they get in, or are not refused', () => {
    expect(logout(word(0, 'degraded', works), word(1, 'outage', refused))).toBe(
      LOG_LIKELIHOODS['feed-mass-logout'],
    );
    expect(logout(word(0, 'degraded', out), word(1, 'outage', refused))).toBe(
      LOG_LIKELIHOODS['feed-mass-logout'],
    );
    expect(logout(word(0, 'unknown', { 'sign-in-works': 0.8 }), word(1, 'outage', refused))).toBe(
      LOG_LIKELIHOODS['feed-mass-logout'],
    );
    expect(logout(word(0, 'degraded', refused), word(1, 'outage', refused))).toBe(
      LOG_MASS_LOGOUT_AND_REFUSED,
    );
  });

  it('that they get in speaks against an outage, but within the word of an outage tells a precaution only', () => {
    const row = (...log: readonly Observation[]) => ofKind('feed-sign-in-works', ...log, ended(9))?.row;
    expect(row(word(0, 'outage', works))).toBe(LOG_SIGN_IN_WORKS_IN_AN_OUTAGE);
    expect(row(word(0, 'degraded', works))).toBe(LOG_LIKELIHOODS['feed-sign-in-works']);
    expect(row(word(0, 'degraded', works), word(1, 'outage', works))).toBe(
      LOG_LIKELIHOODS['feed-sign-in-works'],
    );
    expect(row(word(0, 'outage', out))).toBeUndefined();
  });

  it('that accounts are suspended is told by itself', () => {
    expect(kindsOf([word(0, 'outage', { 'suspended-notice': 0.5 }), ended(1)])).toContain('feed-suspensions');
    expect(kindsOf([word(0, 'outage', out), ended(1)])).not.toContain('feed-suspensions');
  });
});

describe('an official issue', () => {
  const direct = seen(1, { kind: 'official', source: 'metastatus', status: 'outage', statusAt: ended(0).at });

  it('counts from the page or from the feed, and once from both', () => {
    const inFeed = feed(0, 'degraded', official('degraded'), LONG);
    expect(ofKind('official-issue', ended(0), direct)?.strength).toBe(1);
    expect(ofKind('official-issue', inFeed, ended(0))?.strength).toBeLessThan(1);
    const both = evidenceOf([inFeed, ended(0), direct]).filter(({ kind }) => kind === 'official-issue');
    expect(both.map(({ strength }) => strength)).toEqual([1]);
    expect(kindsOf([ended(0)])).not.toContain('official-issue');
    expect(kindsOf([word(0, 'outage'), ended(1)])).not.toContain('official-issue');
  });
});
