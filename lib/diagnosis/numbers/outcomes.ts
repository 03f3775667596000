import { QUESTIONS, type Question } from '../../model/question.ts';
import type { MEASUREMENTS } from '../../model/verdict.ts';
import { ANSWERS_ARE } from './answers.ts';
import { logRow, type Likelihood, type Row } from './row.ts';

/** P(outcome | cause) of each outcome given. */
const outcomes = (...given: readonly Likelihood[]): readonly Row[] =>
  given.map((likelihood) => logRow(likelihood).map(Math.exp));

/** A yes to "did you change it" also withdraws the page that said so; that is most of what it tells. */
const WITHDRAWING: readonly [Likelihood, Likelihood] = [
  { 'account-compromise': 0.01, rest: 0.8 },
  { 'account-compromise': 0.94, rest: 0.1 },
];

/** Yes and no; the rest are unsure. */
export const QUESTION_OUTCOMES = Object.fromEntries(
  QUESTIONS.map((question) => [
    question,
    question === 'changed-contact-yourself'
      ? outcomes(...WITHDRAWING)
      : outcomes(ANSWERS_ARE[question].saysYes, ANSWERS_ARE[question].saysNo),
  ]),
) as Readonly<Record<Question, readonly Row[]>>;

/** The same for "did you change the password" where a page said that it was changed. */
export const PASSWORD_WITHDRAWN = outcomes(...WITHDRAWING);

/** What a measurement may show. Judgements, as the likelihoods are. */
export const MEASUREMENT_OUTCOMES: Readonly<Record<(typeof MEASUREMENTS)[number], readonly Row[]>> = {
  // Answers; fails with an error of the service; cannot be reached.
  'front-door': outcomes(
    { outage: 0.8, network: 0.12, 'rate-limited': 0.8, rest: 0.95 },
    { outage: 0.1, 'rate-limited': 0.1, rest: 0.01 },
    { outage: 0.09, network: 0.8, 'rate-limited': 0.05, rest: 0.02 },
  ),
  // Operational; outage or degraded. What is left has none to be had.
  feed: outcomes(
    { outage: 0.08, 'security-reset': 0.25, network: 0.5, rest: 0.85 },
    { outage: 0.75, 'security-reset': 0.6, rest: 0.01 },
  ),
  // Works; refused; an error.
  'sign-in': outcomes(
    {
      outage: 0.06,
      'security-reset': 0.85,
      'account-compromise': 0.3,
      'account-locked': 0.1,
      'rate-limited': 0.15,
      network: 0.06,
      rest: 0.75,
    },
    { outage: 0.3, 'account-compromise': 0.5, 'security-reset': 0.06, network: 0.02, rest: 0.17 },
    { outage: 0.45, network: 0.08, rest: 0.015 },
  ),
};
