import { describe, expect, it } from 'vitest';
import {
  feedFact,
  feedHolds,
  freshness,
  nextStepOf,
  showsTrouble,
} from '../../../lib/diagnosis/facts/feed-fact.ts';
import {
  CROWD_SYMPTOM_FROM,
  MASS_LOGOUT_FROM,
  RAISED_FROM,
  REFUSED_SHARE_FROM,
  SIGN_IN_WORKS_FROM,
  SUSPENSIONS_FROM,
} from '../../../lib/diagnosis/numbers/likelihoods.ts';
import { FEED_LIFE, FEED_STEPS } from '../../../lib/diagnosis/numbers/windows.ts';
import type { FeedEntry } from '../../../lib/model/feed.ts';

const entry = (fields: Partial<FeedEntry> = {}): FeedEntry => ({
  status: 'outage',
  confidence: 0.8,
  since: null,
  scope: 'global',
  symptoms: {},
  reports: null,
  official: null,
  probes: null,
  ...fields,
});
const AT = 1_000_000;
const read = (fields: Partial<FeedEntry> = {}) => feedFact(AT, 100, 500, entry(fields));
const crowd = (count: number, expected: number): Partial<FeedEntry> => ({
  reports: { windowSeconds: 600, count, expected, reporters: count },
});

describe('an entry of the feed', () => {
  it('was issued its age before it was read, and holds for its life', () => {
    expect(read()).toMatchObject({ at: AT, issuedAt: AT - 100_000, expiresAt: AT + 500_000 });
    expect(feedHolds(read(), AT + 499_999)).toBe(true);
    expect(feedHolds(read(), AT + 500_000)).toBe(false);
    expect(feedHolds(null, AT)).toBe(false);
  });

  it('without a life holds for the usual one from its issue', () => {
    expect(feedFact(AT, 100, undefined, entry()).expiresAt).toBe(AT - 100_000 + FEED_LIFE);
    expect(feedFact(AT, FEED_LIFE, undefined, entry()).expiresAt).toBe(AT);
  });

  it('is worth less with every step of its age, and nothing from its expiry on', () => {
    const fact = read();
    let before = 1;
    let steps = 0;
    for (let time = AT; time < fact.expiresAt; time = nextStepOf(fact, time)) {
      expect(before - freshness(fact, time)).toBeLessThan(1.01 / FEED_STEPS);
      expect(freshness(fact, time)).toBeLessThanOrEqual(before);
      expect(freshness(fact, nextStepOf(fact, time) - 1)).toBe(freshness(fact, time));
      before = freshness(fact, time);
      steps += 1;
    }
    expect(steps).toBeGreaterThan(FEED_STEPS / 2);
    expect(steps).toBeLessThanOrEqual(FEED_STEPS);
    expect(freshness(fact, fact.expiresAt)).toBe(0);
    expect(nextStepOf(fact, fact.expiresAt)).toBe(Infinity);
    expect(freshness(feedFact(AT, 0, 600, entry()), AT)).toBe(1);
  });

  it('is worth what is left of its life at any age, and less than a step more', () => {
    const fact = feedFact(AT, 0, 600, entry());
    for (let second = 0; second < 600; second += 1) {
      const age = second / 600;
      const more = freshness(fact, AT + second * 1000) - (1 - 3 * age ** 4 + 2 * age ** 6);
      expect(more).toBeGreaterThan(-1e-9);
      expect(more).toBeLessThan(1 / FEED_STEPS);
    }
  });

  it('of a clock that makes no sense is worth what it says until it expires', () => {
    const backwards = feedFact(AT, -900, 600, entry());
    expect(freshness(backwards, AT)).toBe(1);
    expect(nextStepOf(backwards, AT)).toBe(backwards.expiresAt);
  });

  it('counts by its confidence; one that knows nothing counts nothing', () => {
    expect(read().worth.status).toBe(0.8);
    expect(read({ status: 'operational' }).worth.status).toBe(0.8);
    expect(read({ status: 'unknown' }).worth.status).toBe(0);
  });

  it('that says operational counts less where more complain than usual', () => {
    const well = (count: number, expected: number) =>
      read({ status: 'operational', ...crowd(count, expected) }).worth.status;
    expect(well(RAISED_FROM * 10 + 1, 10)).toBeLessThan(0.8);
    expect(well(RAISED_FROM * 10, 10)).toBe(0.8);
    // Where nobody is expected one is the least that is reckoned with.
    expect(well(RAISED_FROM, 0)).toBe(0.8);
  });

  it('that says degraded counts less where no crowd stands behind it', () => {
    const worth = (fields: Partial<FeedEntry>) => read({ status: 'degraded', ...fields }).worth.status;
    expect(worth({})).toBeLessThan(0.8);
    expect(worth({})).toBeGreaterThan(0);
    expect(worth(crowd(RAISED_FROM * 10 + 1, 10))).toBe(0.8);
    expect(worth({ symptoms: { errors: CROWD_SYMPTOM_FROM } })).toBe(0.8);
    expect(worth({ symptoms: { errors: CROWD_SYMPTOM_FROM / 2 } })).toBeLessThan(0.8);
    expect(worth({ symptoms: { 'sign-in-works': 1 } })).toBeLessThan(0.8);
  });

  it.each([
    ['massLogout', 'forced-logout', MASS_LOGOUT_FROM],
    ['signInWorks', 'sign-in-works', SIGN_IN_WORKS_FROM],
    ['suspensions', 'suspended-notice', SUSPENSIONS_FROM],
  ] as const)(
    'tells of %s from a share of %s on, and only where it reports trouble',
    (part, symptom, from) => {
      expect(read({ symptoms: { [symptom]: from } }).worth[part]).toBe(0.8);
      expect(read({ symptoms: { [symptom]: from / 2 } }).worth[part]).toBe(0);
      expect(read().worth[part]).toBe(0);
      expect(read({ status: 'operational', symptoms: { [symptom]: 1 } }).worth[part]).toBe(0);
    },
  );

  it('refuses where many are refused and few get in', () => {
    const refusing = (rejected: number, works?: number) =>
      read({
        symptoms: {
          'sign-in-rejected': rejected,
          ...(works === undefined ? {} : { 'sign-in-works': works }),
        },
      }).refusing;
    expect(refusing(REFUSED_SHARE_FROM)).toBe(true);
    expect(refusing(REFUSED_SHARE_FROM / 2)).toBe(false);
    expect(refusing(1, REFUSED_SHARE_FROM)).toBe(false);
    expect(refusing(1, REFUSED_SHARE_FROM / 2)).toBe(true);
    expect(read().refusing).toBe(false);
  });

  it('carries the official word: an outage fully, a slowness less, else nothing', () => {
    const official = (status: 'outage' | 'degraded' | 'operational') =>
      read({ official: { source: 'metastatus', status, text: null, url: null, at: null } }).worth.official;
    expect(official('outage')).toBe(1);
    expect(official('degraded')).toBeGreaterThan(0);
    expect(official('degraded')).toBeLessThan(1);
    expect(official('operational')).toBe(0);
    expect(read().worth.official).toBe(0);
  });

  it('shows trouble by an outage, or by a well founded degraded', () => {
    expect(showsTrouble(read({ confidence: 0.1 }))).toBe(true);
    expect(showsTrouble(read({ status: 'degraded', confidence: 1, ...crowd(1000, 10) }))).toBe(true);
    expect(showsTrouble(read({ status: 'degraded', confidence: 0.01 }))).toBe(false);
    expect(showsTrouble(read({ status: 'operational', confidence: 1 }))).toBe(false);
    expect(showsTrouble(read({ status: 'unknown' }))).toBe(false);
  });
});
