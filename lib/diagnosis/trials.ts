import { toTimestamp } from '../model/timestamp.ts';
import { diagnose, type Diagnosis } from './diagnose.ts';
import { copyFold, readSet, type Fold } from './fold/incident-fold.ts';
import type { OpenIncident } from './fold/open-incident.ts';
import { sceneOf } from './fold/scene.ts';
import { observationOf, possibleFacts, type Fact, type PossibleFact } from './possible-facts.ts';

/** A fact that may be learned next, and the diagnosis that would be made after it. */
export interface Trial extends PossibleFact {
  readonly after: Diagnosis;
}

/** The diagnosis as it would be made a moment (1 ms) later, had only this been learned. null if the incident was over. */
const diagnosisAfter = (
  fold: Fold,
  { service, last }: OpenIncident,
  fact: Fact,
  at: number,
): Diagnosis | null => {
  const then = at + 1;
  const trial = copyFold(fold);
  readSet(trial, [{ at: then, seen: observationOf(fact, service, toTimestamp(then)) }], then);
  const incident = trial.open.get(service);
  return incident ? diagnose(sceneOf(trial, incident, then), last?.decision ?? null) : null;
};

/**
 * Every fact that may sensibly be learned next, tried out: taken in by a copy of the incident and decided by the very
 * engine, safety rules and all.
 */
export const trialsOf = (fold: Fold, incident: OpenIncident, now: Diagnosis, at: number): readonly Trial[] =>
  possibleFacts(sceneOf(fold, incident, at), now).flatMap((possible) => {
    const after = diagnosisAfter(fold, incident, possible.fact, at);
    return after ? [{ ...possible, after }] : [];
  });
