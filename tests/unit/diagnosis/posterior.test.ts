import { describe, expect, it } from 'vitest';
import { evidence } from '../../../lib/diagnosis/evidence.ts';
import { BASE_RATES, priorOf } from '../../../lib/diagnosis/prior.ts';
import { posterior } from '../../../lib/diagnosis/posterior.ts';
import { DAMPED } from '../../../lib/diagnosis/numbers/groups.ts';
import { PRIORS } from '../../../lib/diagnosis/numbers/priors.ts';
import { indexOf, type Row } from '../../../lib/diagnosis/numbers/row.ts';
import { CAUSES, type Cause } from '../../../lib/model/cause.ts';

const odds = (p: Row, one: Cause, other: Cause): number => (p[indexOf(one)] ?? 0) / (p[indexOf(other)] ?? 1);

describe('the posterior', () => {
  it('is the base rates without evidence', () => {
    const { probabilities } = posterior(BASE_RATES, []);
    const total = Object.values(PRIORS).reduce((sum, share) => sum + share, 0);
    expect(probabilities[indexOf('outage')]).toBeCloseTo(PRIORS.outage / total, 12);
  });

  it('counts the strongest of a group fully and damps the others, in whatever order', () => {
    const pieces = [evidence('session-ended-by-server'), evidence('login-page')];
    expect([...posterior(BASE_RATES, pieces).weights]).toEqual([1, DAMPED]);
    expect([...posterior(BASE_RATES, pieces.reverse()).weights]).toEqual([DAMPED, 1]);
  });

  it('lets a weak strongest give way to another member', () => {
    const pieces = [evidence('feed-outage', 0.05), evidence('official-issue', 1)];
    expect([...posterior(BASE_RATES, pieces).weights]).toEqual([0.05 * DAMPED, 1]);
  });

  it('counts independent evidence fully', () => {
    const pieces = [evidence('old-password-page'), evidence('posts-not-yours')];
    expect([...posterior(BASE_RATES, pieces).weights]).toEqual([1, 1]);
  });

  it('multiplies the odds by the likelihood ratio to the power of the strength', () => {
    const before = odds(posterior(BASE_RATES, []).probabilities, 'outage', 'network');
    const half = odds(
      posterior(BASE_RATES, [evidence('feed-outage', 0.5)]).probabilities,
      'outage',
      'network',
    );
    expect(half / before).toBeCloseTo(Math.sqrt(0.55 / 0.003), 6);
  });

  it('takes no notice of evidence without strength', () => {
    const { probabilities } = posterior(BASE_RATES, [evidence('feed-outage', 0)]);
    expect(probabilities).toEqual(posterior(BASE_RATES, []).probabilities);
  });
});

describe('evidence beyond all measure', () => {
  const row = (low: number, high: number): Row => [...CAUSES.map(() => low).slice(1), high];
  const sum = (of: Row): number => of.reduce((all, p) => all + p, 0);
  const after = (said: Row): Row =>
    posterior(BASE_RATES, [evidence('feed-outage', 1, undefined, said)]).probabilities;

  it('leaves probabilities that add up to 1, whatever it rules out', () => {
    expect(sum(after(row(-2000, -2000)))).toBeCloseTo(1, 12);
    expect(after(row(0, -2000)).at(-1)).toBe(0);
    expect(sum(after(row(0, -2000)))).toBeCloseTo(1, 12);
    expect(after(row(-2000, 0)).at(-1)).toBe(1);
  });
});

describe('the prior and the past', () => {
  const share = (prior: Row, cause: Cause): number => Math.exp(prior[indexOf(cause)] ?? 0);

  it('learns from how past incidents ended', () => {
    const prior = priorOf(new Map([['browser-cleared', 5]]));
    expect(share(prior, 'browser-cleared')).toBeGreaterThan(PRIORS['browser-cleared']);
    expect(share(prior, 'outage')).toBeLessThan(PRIORS.outage);
  });

  it('is never decided by the past, however long', () => {
    const prior = priorOf(new Map([['browser-cleared', 10_000]]));
    expect(share(prior, 'browser-cleared')).toBeLessThan(0.5);
  });

  it('counts many past incidents as ten, and each of fewer fully', () => {
    const after = (many: number): number =>
      share(priorOf(new Map([['browser-cleared', many]])), 'browser-cleared');
    expect(after(9)).toBeLessThan(after(10));
    expect(after(1000)).toBeCloseTo(after(10), 12);
    const mixed = priorOf(
      new Map([
        ['browser-cleared', 30],
        ['network', 10],
      ]),
    );
    const fewer = priorOf(
      new Map([
        ['browser-cleared', 7.5],
        ['network', 2.5],
      ]),
    );
    mixed.forEach((value, index) => expect(value).toBeCloseTo(fewer[index] ?? 0, 12));
  });

  it('never takes a break-in for less probable than the base rate, nor for probable', () => {
    expect(share(priorOf(new Map([['session-expired', 50]])), 'account-compromise')).toBeCloseTo(
      PRIORS['account-compromise'],
      12,
    );
    expect(share(priorOf(new Map([['account-compromise', 50]])), 'account-compromise')).toBeCloseTo(0.01, 12);
  });
});
