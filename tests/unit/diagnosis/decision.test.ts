import { describe, expect, it } from 'vitest';
import { decide } from '../../../lib/diagnosis/decide.ts';
import { expectedCost } from '../../../lib/diagnosis/expected-cost.ts';
import { WATCH_FROM } from '../../../lib/diagnosis/numbers/costs.ts';
import { keepStanding } from '../../../lib/diagnosis/hysteresis.ts';
import type { Rules } from '../../../lib/diagnosis/safety-rules.ts';
import { CAUSES, type Cause } from '../../../lib/model/cause.ts';

const NO_RULE: Rules = {
  directEvidence: false,
  besideABreakIn: ['account-compromise', 'outage'],
  networkComesFirst: false,
  worthWatching: false,
  loneLogout: false,
  massLogoutIsNoOutage: false,
  noRoutineEnd: false,
  mostCertain: () => 'confident',
};
/** Beliefs with these probabilities; the rest is shared by the other harmless causes. */
const beliefs = (given: { [cause in Cause]?: number }): number[] => {
  const others = CAUSES.filter((cause) => !(cause in given) && cause !== 'account-compromise');
  const rest = 1 - Object.values(given).reduce((sum, p) => sum + p, 0);
  return CAUSES.map((cause) => given[cause] ?? (others.includes(cause) ? rest / others.length : 0));
};
const judge = (given: { [cause in Cause]?: number }, rules: Partial<Rules> = {}) =>
  decide(beliefs(given), { ...NO_RULE, ...rules }, new Set(), null);

describe('the decision', () => {
  it('names the most probable harmless cause, in words for how sure it is', () => {
    expect(judge({ outage: 0.95 })).toEqual({ decision: 'outage', certainty: 'confident', alarm: 'none' });
    expect(judge({ outage: 0.89 })).toMatchObject({ decision: 'outage', certainty: 'likely' });
    expect(judge({ outage: 0.59 })).toMatchObject({ decision: 'outage', certainty: 'unsure' });
  });

  it('says that it does not know rather than guess', () => {
    expect(judge({ outage: 0.2, network: 0.2 })).toEqual({
      decision: 'unclear',
      certainty: 'unsure',
      alarm: 'watch',
    });
  });

  it('does not reassure while a break-in has two percent, and asks to look while it has half a percent', () => {
    expect(judge({ 'session-expired': 0.9, 'account-compromise': 0.0001 })).toMatchObject({
      decision: 'session-expired',
      alarm: 'none',
    });
    expect(judge({ 'session-expired': 0.9, 'account-compromise': 0.005 })).toMatchObject({
      decision: 'session-expired',
      alarm: 'watch',
    });
    expect(judge({ 'session-expired': 0.8, 'account-compromise': 0.03 }).decision).toBe('unclear');
  });

  it('does not call a routine end what it cannot explain', () => {
    expect(judge({ 'session-expired': 0.9, outage: 0.06 }, { noRoutineEnd: true }).decision).not.toBe(
      'session-expired',
    );
  });

  it('names a break-in when that is cheaper than silence, long before it is the likeliest', () => {
    expect(judge({ 'session-expired': 0.6, 'account-compromise': 0.4 })).toMatchObject({
      decision: 'account-compromise',
      certainty: 'unsure',
    });
  });

  it('raises the alarm to watch from the base rate of a bare logout on, and to act only by a rule', () => {
    expect(judge({ outage: 0.97, 'account-compromise': 0.001 }).alarm).toBe('none');
    expect(judge({ outage: 0.97, 'account-compromise': 0.002 }).alarm).toBe('watch');
    expect(judge({ 'account-compromise': 0.99 }).alarm).toBe('watch');
    expect(judge({ 'account-compromise': 0.99 }, { directEvidence: true }).alarm).toBe('act');
  });

  it('keeps the causes that may stand beside direct evidence apart from those that reassure', () => {
    expect(
      judge({ 'session-expired': 0.9, 'account-compromise': 0.05 }, { directEvidence: true }).decision,
    ).toBe('account-compromise');
    expect(judge({ outage: 0.9, 'account-compromise': 0.05 }, { directEvidence: true })).toMatchObject({
      decision: 'outage',
      alarm: 'act',
    });
  });

  it('never says more surely than a rule allows', () => {
    expect(judge({ outage: 0.99 }, { mostCertain: () => 'unsure' }).certainty).toBe('unsure');
    expect(judge({ outage: 0.99 }, { mostCertain: () => 'likely' }).certainty).toBe('likely');
  });

  it('puts a bad network first, then a lone logout, then the costs', () => {
    expect(judge({ outage: 0.99 }, { networkComesFirst: true, loneLogout: true }).decision).toBe('network');
    expect(judge({ outage: 0.99 }, { loneLogout: true }).decision).toBe('unclear');
    expect(judge({ outage: 0.6, 'security-reset': 0.38 }, { massLogoutIsNoOutage: true }).decision).toBe(
      'security-reset',
    );
  });
});

describe('costs and what stands', () => {
  it('makes a false reassurance fifty times dearer than a false accusation, and far less beside a watch', () => {
    const both = (p: number) => beliefs({ outage: 1 - p, 'account-compromise': p });
    const dearer = (p: number) =>
      expectedCost('outage', both(p)) / p / (expectedCost('account-compromise', both(p)) / (1 - p));
    expect(dearer(0.001)).toBeCloseTo(50);
    expect(dearer(0.01)).toBeCloseTo(7.5);
    expect(expectedCost('outage', both(0))).toBe(0);
  });

  it('counts the watch from the very probability from which it is raised', () => {
    const at = beliefs({ outage: 1 - WATCH_FROM, 'account-compromise': WATCH_FROM });
    const below = WATCH_FROM - 1e-9;
    expect(judge({ outage: 1 - WATCH_FROM, 'account-compromise': WATCH_FROM }).alarm).toBe('watch');
    expect(expectedCost('outage', at)).toBeLessThan(
      expectedCost('outage', beliefs({ outage: 1 - below, 'account-compromise': below })),
    );
  });

  it('keeps what stands against what is hardly cheaper', () => {
    const close = beliefs({ outage: 0.46, network: 0.5 });
    expect(keepStanding('outage', 'network', close, NO_RULE)).toBe('outage');
    expect(keepStanding('outage', 'network', beliefs({ outage: 0.3, network: 0.6 }), NO_RULE)).toBe(
      'network',
    );
    expect(keepStanding(null, 'network', close, NO_RULE)).toBe('network');
    expect(keepStanding('unclear', 'network', close, NO_RULE)).toBe('network');
  });

  it('needs no margin to say something where it was not sure', () => {
    const hardly = beliefs({ network: 0.38, outage: 0.3 });
    expect(keepStanding('unclear', 'network', hardly, NO_RULE)).toBe('network');
    expect(keepStanding('outage', 'network', hardly, NO_RULE)).toBe('outage');
  });

  it('lets a break-in through at once', () => {
    expect(
      keepStanding('outage', 'account-compromise', beliefs({ outage: 0.5, network: 0.4 }), NO_RULE),
    ).toBe('account-compromise');
  });

  it('does not keep an outage that a mass logout with working sign-in rules out', () => {
    const rules = { ...NO_RULE, massLogoutIsNoOutage: true };
    expect(
      keepStanding('outage', 'security-reset', beliefs({ outage: 0.5, 'security-reset': 0.45 }), rules),
    ).toBe('security-reset');
  });

  it('keeps nothing that a rule has ruled out, and all else in spite of that rule', () => {
    const [noOutage, noRoutineEnd] = [
      { ...NO_RULE, massLogoutIsNoOutage: true },
      { ...NO_RULE, noRoutineEnd: true },
    ];
    const close = (one: Cause, other: Cause) => beliefs({ [one]: 0.46, [other]: 0.5 });
    const expired = close('session-expired', 'network');
    expect(keepStanding('session-expired', 'network', expired, noRoutineEnd)).toBe('network');
    expect(keepStanding('session-expired', 'network', expired, noOutage)).toBe('session-expired');
    expect(keepStanding('session-expired', 'network', expired, NO_RULE)).toBe('session-expired');
    expect(keepStanding('outage', 'network', close('outage', 'network'), noRoutineEnd)).toBe('outage');
    const reset = close('security-reset', 'network');
    expect(keepStanding('security-reset', 'network', reset, noOutage)).toBe('security-reset');
  });
});
