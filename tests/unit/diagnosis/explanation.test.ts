import { describe, expect, it } from 'vitest';
import { expectedGain, type Outcome } from '../../../lib/diagnosis/expected-gain.ts';
import { ANSWERS_ARE } from '../../../lib/diagnosis/numbers/answers.ts';
import { QUESTION_OUTCOMES } from '../../../lib/diagnosis/numbers/outcomes.ts';
import { logRow, type Row } from '../../../lib/diagnosis/numbers/row.ts';
import { CAUSES } from '../../../lib/model/cause.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { QUESTIONS, type Question } from '../../../lib/model/question.ts';
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

/** How far beliefs moved, in nats: the divergence of the beliefs after from those before. */
const moved = (before: Verdict, after: Verdict): number =>
  CAUSES.reduce((sum, cause) => {
    const [p, q] = [after.probabilities[cause] ?? 0, before.probabilities[cause] ?? 0];
    return p > 0 ? sum + p * Math.log(p / q) : sum;
  }, 0);

/** What asking is worth when the answer is really put into the log: how far it moves beliefs, by how probable it is. */
const worthOfAsking = (log: readonly Observation[], question: Question): number => {
  const before = verdict(log, 100);
  return (['yes', 'no'] as const).reduce((sum, said) => {
    const likelihood = logRow(ANSWERS_ARE[question][said === 'yes' ? 'saysYes' : 'saysNo']);
    const chance = CAUSES.reduce(
      (all, cause, index) => all + (before.probabilities[cause] ?? 0) * Math.exp(likelihood[index] ?? 0),
      0,
    );
    return sum + chance * moved(before, verdict([...log, answer(100, question, said)], 100));
  }, 0);
};

describe('expected gain', () => {
  const uniform = Float64Array.from(CAUSES, () => 1 / CAUSES.length);
  const certain = Float64Array.from(CAUSES, (_, c) => (c === 0 ? 1 : 0));
  const whole = (rows: readonly Row[]): Outcome[] => rows.map((row) => ({ row, counts: 1 }));

  it.each(QUESTIONS)(
    '%s tells something to whom it may concern, and nothing to who is certain',
    (question) => {
      const outcomes = whole(QUESTION_OUTCOMES[question]);
      expect(expectedGain(uniform, outcomes)).toBeGreaterThan(0);
      expect(expectedGain(certain, outcomes)).toBeCloseTo(0, 12);
    },
  );

  it('is ln 2 for a question that tells two equally probable causes apart for sure', () => {
    const two = Float64Array.from(CAUSES, (_, c) => (c < 2 ? 0.5 : 0));
    const oracle = [0, 1].map((answerIs) => Float64Array.from(CAUSES, (_, c) => (c === answerIs ? 1 : 0)));
    expect(expectedGain(two, whole(oracle))).toBeCloseTo(Math.LN2, 12);
  });

  it('is less where an answer would count for less, and nothing where it would not count', () => {
    const rows = QUESTION_OUTCOMES['works-on-another-device'];
    const gain = (counts: number): number =>
      expectedGain(
        uniform,
        rows.map((row) => ({ row, counts })),
      );
    expect(gain(0.35)).toBeLessThan(0.5 * gain(1));
    expect(gain(0.35)).toBeGreaterThan(0);
    expect(gain(0)).toBe(0);
  });

  it.each([
    ['a lone logout', [ended(0)]],
    ['a healthy service', [feed(0, 'operational'), ended(1), page(2, 'login')]],
    ['errors', [ended(0), page(1, 'error')]],
    ['a sign-out here, beside which an own change counts less', [seen(0, HERE), ended(1, 'unknown')]],
  ])('is what the answer really moves: %s', (_, log) => {
    const before = verdict(log, 100);
    const questions = before.nextChecks.filter((check) => check.type === 'question');
    expect(questions.length).toBeGreaterThan(0);
    for (const { question, gain } of questions) expect(gain).toBeCloseTo(worthOfAsking(log, question), 9);
    const asked = questions.map(({ question }) => question);
    const best = asked.toSorted((a, b) => worthOfAsking(log, b) - worthOfAsking(log, a));
    expect(asked).toEqual(best);
  });
});
