import { toTimestamp } from '../model/timestamp.ts';
import type { Change } from '../model/verdict.ts';
import { diagnose, type Diagnosis } from './diagnose.ts';
import { expectedCost } from './expected-cost.ts';
import { saysOtherwise } from './fold/changed-because.ts';
import { copyFold, readSet, type Fold } from './fold/incident-fold.ts';
import { sceneOf } from './fold/scene.ts';
import type { OpenIncident } from './fold/open-incident.ts';
import { observationOf, possibleFacts, type PossibleFact } from './possible-facts.ts';

/** So many are told: what a person can keep in mind. */
const TOLD = 3;

/** A fact that would change what is said, how probable it is, and what it would save: see `weigh`. */
export interface WeighedChange {
  readonly change: Change;
  readonly chance: number;
  readonly saved: number;
}

/** The diagnosis as it would be made a moment (1 ms) later, had only this been learned. null if the incident was over. */
const diagnosisAfter = (
  fold: Fold,
  { service, last }: OpenIncident,
  { fact }: PossibleFact,
  at: number,
): Diagnosis | null => {
  const then = at + 1;
  const trial = copyFold(fold);
  readSet(trial, [{ at: then, seen: observationOf(fact, service, toTimestamp(then)) }], then);
  const incident = trial.open.get(service);
  return incident ? diagnose(sceneOf(trial, incident, then), last?.decision ?? null) : null;
};

/** What it would cost to go on saying what is said now although this was learned, by its probability. */
const weigh = (now: Diagnosis, after: Diagnosis, chance: number): number => {
  const { probabilities } = after.posterior;
  return chance * (expectedCost(now.decision, probabilities) - expectedCost(after.decision, probabilities));
};

/**
 * Every single fact that would change what is said (cause, certainty or alarm), the most important first. Each was
 * taken in by a copy of the incident and decided by the very engine, safety rules and all.
 */
export const allChanges = (
  fold: Fold,
  incident: OpenIncident,
  now: Diagnosis,
  at: number,
): readonly WeighedChange[] =>
  possibleFacts(sceneOf(fold, incident, at), now)
    .flatMap((possible) => {
      const after = diagnosisAfter(fold, incident, possible, at);
      if (!after || !saysOtherwise(now, after)) return [];
      const { decision: cause, certainty, alarm } = after;
      const change = { ...possible.fact, to: { cause, certainty, alarm } } as Change;
      return [{ change, chance: possible.chance, saved: weigh(now, after, possible.chance) }];
    })
    .sort((a, b) => b.saved - a.saved || b.chance - a.chance);

/**
 * The few facts that matter most of those that would change what is said: of each check its weightiest outcome, the
 * dearest to overlook first. Where one would raise the alarm to `act`, one is told, however improbable it is: what
 * would calm must not stand alone.
 */
export const whatWouldChange = (
  fold: Fold,
  incident: OpenIncident,
  now: Diagnosis,
  at: number,
): readonly Change[] => {
  const all = allChanges(fold, incident, now, at).map(({ change }) => change);
  const first = all.filter((one, index) => all.findIndex(({ check }) => check === one.check) === index);
  const told = first.slice(0, TOLD);
  const alarming = ({ to }: Change): boolean => to.alarm === 'act' && now.alarm !== 'act';
  const grave = all.find(alarming);
  if (!grave || told.some(alarming)) return told;
  return [...first.filter(({ check }) => check !== grave.check).slice(0, TOLD - 1), grave];
};
