import { assess } from '../../lib/diagnosis/index.ts';
import type { Cause } from '../../lib/model/cause.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { QUESTIONS, type Question } from '../../lib/model/question.ts';
import { toMillis, toTimestamp } from '../../lib/model/timestamp.ts';
import type { Verdict } from '../../lib/model/verdict.ts';
import type { GeneratedCase } from './case.ts';
import type { Mix } from './mixes.ts';
import { silentCase } from './numbered-case.ts';
import { answerOf } from './person/answer.ts';
import { createRandom } from './random.ts';

/** Which question comes next, given what is said now and what was asked already; null: none. */
export type Policy = (verdict: Verdict, asked: ReadonlySet<Question>) => Question | null;

/** The order in which a careful helper would go through the list, whatever is the case: the grave and the common first. */
const CAREFUL: readonly Question[] = [
  'changed-password-yourself',
  'security-email-unrecognised',
  'works-on-another-device',
  'logged-out-everywhere-yourself',
  'contacts-also-affected',
  'cleared-browser-data',
  'posts-or-messages-not-yours',
  'changed-contact-yourself',
  'was-signed-in',
];

const inOrder =
  (order: readonly Question[]): Policy =>
  (_verdict, asked) =>
    order.find((question) => !asked.has(question)) ?? null;

/** The engine's own: the first question among its next checks. */
const byExpectedGain: Policy = ({ nextChecks }, asked) => {
  for (const check of nextChecks)
    if (check.type === 'question' && !asked.has(check.question)) return check.question;
  return null;
};

const BETWEEN = 15_000;

const isRight = (verdict: Verdict, { truth }: GeneratedCase): boolean =>
  truth.causes.includes(verdict.cause as Cause);

/**
 * How many questions a policy needs until what is said is true; null when no question was needed or there is nothing to
 * ask about. A policy that ends without the truth has needed all questions. The person gives the same answer to the
 * same question whatever the policy.
 */
export const questionsNeeded = (made: GeneratedCase, policy: Policy): number | null => {
  const { truth, person } = made;
  const log: Observation[] = [...made.observations];
  const asked = new Set<Question>();
  let at = toMillis(log.at(-1)?.at ?? toTimestamp(truth.meets)) + BETWEEN;
  for (;;) {
    const open = assess(log, at).find(({ service, current }) => service === truth.focus && current !== null);
    if (!open?.current) return asked.size === 0 ? null : asked.size;
    if (isRight(open.current, made)) return asked.size === 0 ? null : asked.size;
    const question = policy(open.current, asked);
    if (question === null) return QUESTIONS.length;
    asked.add(question);
    const random = createRandom(truth.meets, QUESTIONS.indexOf(question), 99);
    const answer = answerOf(random, question, truth, person, at);
    log.push({ at: toTimestamp(at), service: truth.focus, kind: 'answer', question, answer });
    at += BETWEEN;
  }
};

export const POLICIES = {
  gain: byExpectedGain,
  careful: inOrder(CAREFUL),
  listed: inOrder(QUESTIONS),
} as const satisfies Readonly<Record<string, Policy>>;
export type PolicyName = keyof typeof POLICIES;

/** What a policy needed, over the cases that needed a question and that at least one policy solved. */
export interface Need {
  readonly mean: number;
  readonly afterOne: number;
  readonly afterTwo: number;
}
export interface PolicyComparison {
  readonly cases: number;
  readonly needs: Readonly<Record<PolicyName, Need>>;
}

const NAMES = Object.keys(POLICIES) as readonly PolicyName[];

const summaryOf = (counts: readonly number[]): Need => {
  const share = (most: number): number =>
    counts.filter((count) => count <= most).length / Math.max(1, counts.length);
  const sum = counts.reduce((total, count) => total + count, 0);
  return { mean: sum / Math.max(1, counts.length), afterOne: share(1), afterTwo: share(2) };
};

/** Plays all policies on cases in which the person has answered nothing yet. */
export const comparePolicies = (mix: Mix, seed: number, cases: number): PolicyComparison => {
  const needed: Record<PolicyName, number[]> = { gain: [], careful: [], listed: [] };
  for (let number = 0; number < cases; number += 1) {
    const made = silentCase({ mix, seed, number });
    if (made === null || questionsNeeded(made, POLICIES.gain) === null) continue;
    const each = NAMES.map((name) => questionsNeeded(made, POLICIES[name]) ?? QUESTIONS.length);
    if (each.every((count) => count === QUESTIONS.length)) continue;
    NAMES.forEach((name, index) => needed[name].push(each[index] ?? QUESTIONS.length));
  }
  return {
    cases: needed.gain.length,
    needs: {
      gain: summaryOf(needed.gain),
      careful: summaryOf(needed.careful),
      listed: summaryOf(needed.listed),
    },
  };
};
