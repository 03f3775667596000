import { describe, expect, it } from 'vitest';
import { chanceOf, expectedGain, type Outcome, type SaidWith } from '../../../lib/diagnosis/expected-gain.ts';
import { ANSWERS_ARE } from '../../../lib/diagnosis/numbers/answers.ts';
import { BREAK_IN_COUNTS, UNSAID_COUNTS } from '../../../lib/diagnosis/numbers/gain.ts';
import { logRow } from '../../../lib/diagnosis/numbers/row.ts';
import { CAUSES } from '../../../lib/model/cause.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import type { Question } from '../../../lib/model/question.ts';
import type { Verdict } from '../../../lib/model/verdict.ts';
import { answer, ended, feed, login, network, page, request, seen, verdict } from './log-builder.ts';

const HERE = { kind: 'logout', scope: 'here' };

const asked = ({ nextChecks }: Verdict): string[] =>
  nextChecks.map((check) => (check.type === 'question' ? check.question : check.measurement));

describe('reasons', () => {
  it('show the heaviest first, both ways, with what a sentence needs', () => {
    const { reasons } = verdict(
      [ended(0), feed(5, 'operational'), login(30, 'rejected'), login(60, 'rejected')],
      61,
    );
    const weights = reasons.map(({ weight }) => weight);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(reasons.find(({ evidence }) => evidence === 'sign-in-refused')?.detail).toEqual({ count: 2 });
    const failing = verdict([feed(0, 'operational'), page(5, 'error')], 6).reasons;
    expect(failing.find(({ evidence }) => evidence === 'feed-operational')?.detail).toEqual({ seconds: 6 });
  });

  it('name the linked service that was signed out too', () => {
    const log = [ended(0), ended(9, 'server', { service: 'messenger' })];
    const reason = verdict(log, 10).reasons.find(({ evidence }) => evidence === 'linked-service-signed-out');
    expect(reason?.detail).toEqual({ service: 'messenger' });
  });

  it('lose weight as the feed grows old, smoothly, down to nothing', () => {
    const log = [ended(0), feed(0, 'outage', {}, { ttl: 600 })];
    const weightAt = (seconds: number): number =>
      verdict(log, seconds).reasons.find(({ evidence }) => evidence === 'feed-outage')?.weight ?? 0;
    const curve = Array.from({ length: 61 }, (_, step) => weightAt(step * 10));
    for (let i = 1; i < curve.length; i += 1) {
      const drop = (curve[i - 1] ?? 0) - (curve[i] ?? 0);
      expect(drop).toBeGreaterThanOrEqual(0);
      expect(drop).toBeLessThan(0.07 * (curve[0] ?? 0));
    }
    expect(curve[0]).toBeGreaterThan(3);
    expect(curve[60]).toBe(0);
  });
});

describe('what else is possible', () => {
  it('lists the other causes worth a thought, the most probable first, and never the one named', () => {
    const said = verdict([page(0, 'suspended')], 1);
    expect(said.cause).toBe('account-locked');
    expect(said.alsoPossible).not.toContain('account-locked');
    const listed = said.alsoPossible.map((cause) => said.probabilities[cause] ?? 0);
    expect(listed).toEqual([...listed].sort((a, b) => b - a));
  });
});

describe('the next checks', () => {
  it('ask something at a lone logout, the most telling first', () => {
    const { nextChecks } = verdict([feed(0, 'operational'), ended(1), page(2, 'login')], 3);
    const gains = nextChecks.map(({ gain }) => gain);
    expect(nextChecks.some(({ type }) => type === 'question')).toBe(true);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
  });

  it('never ask what was answered yes or no, and ask again after "unsure"', () => {
    const lone = [feed(0, 'operational'), ended(1)];
    const question = 'logged-out-everywhere-yourself';
    expect(asked(verdict(lone, 2))).toContain(question);
    expect(asked(verdict([...lone, answer(2, question, 'unsure')], 3))).toContain(question);
    for (const said of ['yes', 'no'])
      expect(asked(verdict([...lone, answer(2, question, said)], 3))).not.toContain(question);
  });

  it('never ask what makes no sense', () => {
    const all = asked(verdict([ended(0)], 1));
    expect(all).not.toContain('was-signed-in');
    expect(all).not.toContain('cleared-browser-data');
    expect(all).not.toContain('changed-contact-yourself');
    expect(asked(verdict([page(0, 'contact-changed')], 1))).toContain('changed-contact-yourself');
    expect(asked(verdict([page(0, 'old-password')], 1))).toContain('changed-password-yourself');
  });

  it('ask nothing about the account while the network is bad', () => {
    const said = verdict([ended(0), network(5, 'offline')], 6);
    expect(said.nextChecks.filter(({ type }) => type === 'question')).toEqual([]);
  });

  it('measure what was not measured: the feed where there is none, the front door unless it was asked just now', () => {
    expect(asked(verdict([ended(0)], 1))).toContain('feed');
    expect(asked(verdict([ended(0), feed(1, 'unknown')], 2))).not.toContain('feed');
    expect(asked(verdict([ended(0)], 1))).toContain('front-door');
    expect(asked(verdict([ended(0), request(1, 'ok', { purpose: 'probe' })], 2))).not.toContain('front-door');
  });

  it('never send anybody to sign in during an outage or after a break-in', () => {
    expect(asked(verdict([ended(0)], 1))).toContain('sign-in');
    expect(asked(verdict([ended(0), feed(1, 'outage')], 2))).not.toContain('sign-in');
    expect(asked(verdict([ended(0), page(1, 'old-password')], 2))).not.toContain('sign-in');
    expect(asked(verdict([ended(0), login(1, 'rejected')], 2))).not.toContain('sign-in');
  });
});

type Told = Pick<Verdict, 'cause' | 'alarm' | 'probabilities'>;

/** A verdict as the gain looks at it. */
const said = ({ cause, alarm, probabilities }: Told): SaidWith => ({
  decision: cause,
  alarm,
  posterior: { probabilities: CAUSES.map((one) => probabilities[one] ?? 0) },
});

/** What asking is worth when each answer is really put into the log, by how probable it is. */
const worthOfAsking = (log: readonly Observation[], question: Question): number => {
  const before = said(verdict(log, 100));
  const outcomes = (['yes', 'no'] as const).map((given): Outcome => {
    const likelihood = logRow(ANSWERS_ARE[question][given === 'yes' ? 'saysYes' : 'saysNo']).map(Math.exp);
    return {
      chance: chanceOf(before.posterior.probabilities, likelihood),
      after: said(verdict([...log, answer(100.001, question, given)], 100.001)),
    };
  });
  return expectedGain(before, outcomes);
};

describe('expected gain', () => {
  const half = { outage: 0.5, 'account-compromise': 0.5 };
  const told = (cause: Told['cause'], probabilities: object, alarm: Told['alarm'] = 'none'): SaidWith =>
    said({ cause, alarm, probabilities: probabilities as Told['probabilities'] });

  it('is how much likelier what is said becomes to be true, and a little for what is learned', () => {
    const now = told('unclear', { outage: 0.5, network: 0.5 });
    const outcomes = [
      { chance: 0.5, after: told('outage', { outage: 1 }) },
      { chance: 0.5, after: told('network', { network: 1 }) },
    ];
    expect(expectedGain(now, outcomes)).toBeCloseTo(1 + UNSAID_COUNTS * Math.LN2, 12);
    const named = told('outage', { outage: 0.5, network: 0.5 });
    expect(expectedGain(named, outcomes)).toBeCloseTo(0.5 + UNSAID_COUNTS * Math.LN2, 12);
  });

  it('counts a break-in more, also where an alarm names it beside another cause', () => {
    const now = told('outage', half);
    const nothing = { chance: 0.5, after: told('outage', { outage: 1 }) };
    const gainOf = (after: SaidWith): number => expectedGain(now, [nothing, { chance: 0.5, after }]);
    const theft = { 'account-compromise': 1 };
    const learned = UNSAID_COUNTS * Math.LN2;
    expect(gainOf(told('account-compromise', theft, 'act'))).toBeCloseTo(0.5 * BREAK_IN_COUNTS + learned, 12);
    expect(gainOf(told('outage', theft, 'act'))).toBeCloseTo(0.5 * BREAK_IN_COUNTS + learned, 12);
    expect(gainOf(told('outage', theft))).toBeCloseTo(learned, 12);
  });

  it('counts a break-in that stays uncertain by how probable it is', () => {
    const now = told('unclear', half);
    const after = told('account-compromise', { outage: 0.2, 'account-compromise': 0.8 });
    const learned = 0.2 * Math.log(0.4) + 0.8 * Math.log(1.6);
    expect(expectedGain(now, [{ chance: 0.5, after }])).toBeCloseTo(
      0.5 * (0.8 * BREAK_IN_COUNTS + UNSAID_COUNTS * learned),
      12,
    );
  });

  it('is nothing for who knows already, and never below nothing', () => {
    const now = told('outage', { outage: 1 });
    expect(expectedGain(now, [{ chance: 1, after: now }])).toBe(0);
    expect(expectedGain(told('outage', half), [{ chance: 1, after: told('unclear', half) }])).toBe(0);
  });

  it.each([
    ['a lone logout', [ended(0)]],
    ['a healthy service', [feed(0, 'operational'), ended(1), page(2, 'login')]],
    ['refusals', [feed(0, 'operational'), ended(1), login(2, 'rejected'), login(60, 'rejected')]],
    ['errors', [ended(0), page(1, 'error')]],
    ['a sign-out here, beside which an own change counts less', [seen(0, HERE), ended(1, 'unknown')]],
  ])('is what is gained by really answering: %s', (_, log) => {
    const questions = verdict(log, 100).nextChecks.filter((check) => check.type === 'question');
    expect(questions.length).toBeGreaterThan(0);
    for (const { question, gain } of questions) expect(gain).toBeCloseTo(worthOfAsking(log, question), 9);
    const worth = questions.map(({ question }) => worthOfAsking(log, question));
    expect(worth).toEqual(worth.toSorted((a, b) => b - a));
  });
});
