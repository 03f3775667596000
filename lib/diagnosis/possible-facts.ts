import type { Observation } from '../model/observation.ts';
import type { ServiceId } from '../model/service-id.ts';
import type { Timestamp } from '../model/timestamp.ts';
import type { Question } from '../model/question.ts';
import { MEASURED, type Change } from '../model/verdict.ts';
import type { Diagnosis } from './diagnose.ts';
import type { Scene } from './evidence.ts';
import { chanceOf } from './expected-gain.ts';
import { MEASUREMENT_OUTCOMES, PASSWORD_WITHDRAWN, QUESTION_OUTCOMES } from './numbers/outcomes.ts';
import { typicalEntry } from './numbers/typical-feed.ts';
import type { Row } from './numbers/row.ts';
import { sensibleMeasurements, sensibleQuestions, type Measurement } from './sensible-checks.ts';

type DistributiveOmit<Of, Key extends PropertyKey> = Of extends unknown ? Omit<Of, Key> : never;

/** One thing that may be learned next: a check and what it would show. */
export type Fact = DistributiveOmit<Change, 'to'>;

/** A fact, and how probable it is that the check shows it, under the present beliefs. */
export interface PossibleFact {
  readonly fact: Fact;
  readonly chance: number;
}

const ANSWERS = ['yes', 'no'] as const;

/** P(outcome | cause) of a question's yes and no. "Not sure" tells the diagnosis nothing, so it is no fact. */
const answerRows = (question: Question, { facts: { signs } }: Scene): readonly Row[] =>
  question === 'changed-password-yourself' && signs.has('page:old-password')
    ? PASSWORD_WITHDRAWN
    : QUESTION_OUTCOMES[question];

/** The same of what a measurement may show, in the order of `MEASURED`; that it shows nothing is no fact. */
const measuredRows = (measurement: Measurement): readonly Row[] => MEASUREMENT_OUTCOMES[measurement];

/** Every fact that may sensibly be learned next. */
export const possibleFacts = (scene: Scene, of: Diagnosis): readonly PossibleFact[] => {
  const beliefs = of.posterior.probabilities;
  const answers = sensibleQuestions(scene, of).flatMap((check) =>
    ANSWERS.map((outcome, index) => ({
      fact: { check, outcome },
      chance: chanceOf(beliefs, answerRows(check, scene)[index] as Row),
    })),
  );
  const measured = sensibleMeasurements(scene, of).flatMap((check) =>
    MEASURED[check].map((outcome, index) => ({
      fact: { check, outcome } as Fact,
      chance: chanceOf(beliefs, measuredRows(check)[index] as Row),
    })),
  );
  return [...answers, ...measured];
};

const DOORS = { answers: 'ok', fails: 'server-error', unreachable: 'unreachable' } as const;
const SIGN_INS = { works: 'accepted', refused: 'rejected', fails: 'error' } as const;

/** The observation by which a fact would come into the log at `at`. */
export const observationOf = (fact: Fact, service: ServiceId, at: Timestamp): Observation => {
  const of = { at, service };
  if (fact.check === 'front-door')
    return { ...of, kind: 'request', purpose: 'probe', outcome: DOORS[fact.outcome] };
  if (fact.check === 'sign-in') return { ...of, kind: 'login', outcome: SIGN_INS[fact.outcome] };
  if (fact.check === 'feed') {
    const entry = typicalEntry(fact.outcome === 'works' ? 'operational' : 'outage');
    return { ...of, kind: 'feed', state: 'verified', age: 0, entry };
  }
  return { ...of, kind: 'answer', question: fact.check, answer: fact.outcome };
};
