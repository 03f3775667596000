import { QUESTIONS, type Question } from '../model/question.ts';
import type { NextCheck } from '../model/verdict.ts';
import type { Diagnosis } from './diagnose.ts';
import type { Scene } from './evidence.ts';
import { feedHolds } from './facts/feed-fact.ts';
import { expectedGain } from './expected-gain.ts';
import { GAIN_FROM } from './numbers/costs.ts';
import { MEASUREMENT_OUTCOMES, PASSWORD_WITHDRAWN, QUESTION_OUTCOMES } from './numbers/outcomes.ts';
import type { Row } from './numbers/row.ts';
import { MEASURED_LATELY } from './numbers/windows.ts';

/** When a question makes sense; where none is named it always does. */
const SENSIBLE: { readonly [question in Question]?: (scene: Scene, of: Diagnosis) => boolean } = {
  'changed-password-yourself': ({ facts: { signs } }) =>
    signs.has('session-lost') || signs.has('refused') || signs.has('page:old-password'),
  'changed-contact-yourself': ({ facts: { signs } }) => signs.has('page:contact-changed'),
  'logged-out-everywhere-yourself': ({ facts: { signs } }) =>
    signs.has('session-lost') && !signs.has('ended:browser') && !signs.has('ended:expiry'),
  // A cookie that the server took was not cleared by the person.
  'cleared-browser-data': ({ facts: { signs } }) => signs.has('session-lost') && !signs.has('ended:server'),
  // Who was seen to be signed in need not be asked.
  'was-signed-in': ({ facts: { signs } }) => !signs.has('session-lost'),
};

const outcomesOf = (question: Question, { facts: { signs } }: Scene): readonly Row[] =>
  question === 'changed-password-yourself' && signs.has('page:old-password')
    ? PASSWORD_WITHDRAWN
    : QUESTION_OUTCOMES[question];

const questions = (scene: Scene, of: Diagnosis): NextCheck[] => {
  // What cannot be seen while the network is bad cannot be asked about either.
  if (of.rules.networkComesFirst && !of.rules.directEvidence) return [];
  return QUESTIONS.filter(
    (question) => !scene.facts.answers.has(question) && (SENSIBLE[question]?.(scene, of) ?? true),
  ).map((question) => ({
    type: 'question',
    question,
    gain: expectedGain(of.posterior.probabilities, outcomesOf(question, scene)),
  }));
};

const measurements = (scene: Scene, of: Diagnosis): NextCheck[] => {
  const { facts, at } = scene;
  const probabilities = of.posterior.probabilities;
  const checks: NextCheck[] = [];
  const measure = (measurement: keyof typeof MEASUREMENT_OUTCOMES): void => {
    const gain = expectedGain(probabilities, MEASUREMENT_OUTCOMES[measurement]);
    checks.push({ type: 'measurement', measurement, gain });
  };
  if (at - Math.max(facts.lastFailureAt, facts.reachedAt) > MEASURED_LATELY) measure('front-door');
  if (!feedHolds(facts.feed, at)) measure('feed');
  const tried = ['login:accepted', 'login:error', 'refused', 'refused-in-trouble'] as const;
  // Trying again in an outage, on a bad network or where a thief is locked out by the platform does harm.
  const harmless = !of.rules.networkComesFirst && !of.rules.directEvidence && of.decision !== 'outage';
  if (harmless && facts.signs.has('session-lost') && !tried.some((sign) => facts.signs.has(sign)))
    measure('sign-in');
  return checks;
};

/**
 * The questions and measurements that would tell most, best first, with the expected information gain in nats.
 * Nothing that was answered yes or no, nothing that makes no sense here.
 */
export const nextChecks = (scene: Scene, of: Diagnosis): readonly NextCheck[] =>
  [...questions(scene, of), ...measurements(scene, of)]
    .filter(({ gain }) => gain >= GAIN_FROM)
    .sort((a, b) => b.gain - a.gain);
