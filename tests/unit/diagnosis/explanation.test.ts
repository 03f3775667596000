import { describe, expect, it } from 'vitest';
import { expectedGain } from '../../../lib/diagnosis/expected-gain.ts';
import { QUESTION_OUTCOMES } from '../../../lib/diagnosis/numbers/outcomes.ts';
import { CAUSES } from '../../../lib/model/cause.ts';
import { QUESTIONS } from '../../../lib/model/question.ts';
import type { Verdict } from '../../../lib/model/verdict.ts';
import { answer, ended, feed, login, network, page, request, verdict } from './log-builder.ts';

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

describe('expected gain', () => {
  const uniform = Float64Array.from(CAUSES, () => 1 / CAUSES.length);
  const certain = Float64Array.from(CAUSES, (_, c) => (c === 0 ? 1 : 0));

  it.each(QUESTIONS)(
    '%s tells something to whom it may concern, and nothing to who is certain',
    (question) => {
      expect(expectedGain(uniform, QUESTION_OUTCOMES[question])).toBeGreaterThan(0);
      expect(expectedGain(certain, QUESTION_OUTCOMES[question])).toBeCloseTo(0, 12);
    },
  );

  it('is ln 2 for a question that tells two equally probable causes apart for sure', () => {
    const two = Float64Array.from(CAUSES, (_, c) => (c < 2 ? 0.5 : 0));
    const oracle = [0, 1].map((answerIs) => Float64Array.from(CAUSES, (_, c) => (c === answerIs ? 1 : 0)));
    expect(expectedGain(two, oracle)).toBeCloseTo(Math.LN2, 12);
  });
});
