import type { EvidenceKind } from '../model/evidence.ts';
import type { Question } from '../model/question.ts';
import type { NextCheck } from '../model/verdict.ts';
import type { Diagnosis } from './diagnose.ts';
import type { Evidence, Scene } from './evidence.ts';
import { expectedGain, type Outcome } from './expected-gain.ts';
import { ANSWERS_ARE } from './numbers/answers.ts';
import { GAIN_FROM } from './numbers/costs.ts';
import { DAMPED, GROUP_OF, SPREADS } from './numbers/log-likelihoods.ts';
import { MEASUREMENT_OUTCOMES, PASSWORD_WITHDRAWN, QUESTION_OUTCOMES } from './numbers/outcomes.ts';
import type { Row } from './numbers/row.ts';
import { sensibleMeasurements, sensibleQuestions, type Measurement } from './sensible-checks.ts';

/** P(outcome | cause) of a question's yes and no. "Not sure" tells the diagnosis nothing, so it is left out. */
export const answerRows = (question: Question, { facts: { signs } }: Scene): readonly Row[] =>
  (question === 'changed-password-yourself' && signs.has('page:old-password')
    ? PASSWORD_WITHDRAWN
    : QUESTION_OUTCOMES[question]
  ).slice(0, 2);

/** The same of what a measurement may show, in the order of `MEASURED`; that it shows nothing is left out. */
export const measuredRows = (measurement: Measurement): readonly Row[] =>
  MEASUREMENT_OUTCOMES[measurement].slice(0, -1);

/** What a new piece of evidence would count beside what is there: a weaker member of a group is damped. */
const countsBeside = (evidence: readonly Evidence[], kind: EvidenceKind): number =>
  evidence.some(
    ({ group, spread, strength }) => group === GROUP_OF[kind] && strength * spread >= SPREADS[kind],
  )
    ? DAMPED
    : 1;

const answersTo = (question: Question, scene: Scene, { evidence }: Diagnosis): readonly Outcome[] => {
  const { yes, no } = ANSWERS_ARE[question];
  return answerRows(question, scene).map((row, index) => ({
    row,
    counts: countsBeside(evidence, index === 0 ? yes : no),
  }));
};

const questions = (scene: Scene, of: Diagnosis): NextCheck[] =>
  sensibleQuestions(scene, of).map((question) => ({
    type: 'question',
    question,
    gain: expectedGain(of.posterior.probabilities, answersTo(question, scene, of)),
  }));

const measurements = (scene: Scene, of: Diagnosis): NextCheck[] =>
  sensibleMeasurements(scene, of).map((measurement) => ({
    type: 'measurement',
    measurement,
    gain: expectedGain(
      of.posterior.probabilities,
      measuredRows(measurement).map((row) => ({ row, counts: 1 })),
    ),
  }));

/**
 * The questions and measurements that would tell most, best first, with the expected information gain in nats.
 * Nothing that was answered yes or no, nothing that makes no sense here.
 */
export const nextChecks = (scene: Scene, of: Diagnosis): readonly NextCheck[] =>
  [...questions(scene, of), ...measurements(scene, of)]
    .filter(({ gain }) => gain >= GAIN_FROM)
    .sort((a, b) => b.gain - a.gain);
