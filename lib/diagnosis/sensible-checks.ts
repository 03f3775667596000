import { QUESTIONS, type Question } from '../model/question.ts';
import type { MEASUREMENTS } from '../model/verdict.ts';
import type { Diagnosis } from './diagnose.ts';
import type { Scene } from './evidence.ts';
import { feedHolds } from './facts/feed-fact.ts';
import { MEASURED_LATELY } from './numbers/windows.ts';

export type Measurement = (typeof MEASUREMENTS)[number];

/** When a question makes sense; where none is named it always does. */
const SENSIBLE: { readonly [question in Question]?: (scene: Scene) => boolean } = {
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

/** The questions that make sense and were not answered yes or no. */
export const sensibleQuestions = (scene: Scene, of: Diagnosis): readonly Question[] => {
  // What cannot be seen while the network is bad cannot be asked about either.
  if (of.rules.networkComesFirst && !of.rules.directEvidence) return [];
  return QUESTIONS.filter(
    (question) => !scene.facts.answers.has(question) && (SENSIBLE[question]?.(scene) ?? true),
  );
};

const TRIED = ['login:accepted', 'login:error', 'refused', 'refused-in-trouble'] as const;

/** The measurements that were not made lately and do no harm. */
export const sensibleMeasurements = ({ facts, at }: Scene, of: Diagnosis): readonly Measurement[] => {
  const measurements: Measurement[] = [];
  if (at - Math.max(facts.lastFailureAt, facts.reachedAt) > MEASURED_LATELY) measurements.push('front-door');
  if (!feedHolds(facts.feed, at)) measurements.push('feed');
  // Trying again in an outage, on a bad network or where a thief is locked out by the platform does harm.
  const harmless = !of.rules.networkComesFirst && !of.rules.directEvidence && of.decision !== 'outage';
  if (harmless && facts.signs.has('session-lost') && !TRIED.some((sign) => facts.signs.has(sign)))
    measurements.push('sign-in');
  return measurements;
};
