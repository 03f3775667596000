import type { Change } from '../model/verdict.ts';
import type { Diagnosis } from './diagnose.ts';
import { expectedCost } from './expected-cost.ts';
import { saysOtherwise } from './fold/changed-because.ts';
import type { Trial } from './trials.ts';

/** So many are told: what a person can keep in mind. */
const TOLD = 3;

/** A fact that would change what is said, how probable it is, and what it would save: see `weigh`. */
export interface WeighedChange {
  readonly change: Change;
  readonly chance: number;
  readonly saved: number;
}

/** What it would cost to go on saying what is said now although this was learned, by its probability. */
const weigh = (now: Diagnosis, { after, chance }: Trial): number => {
  const { probabilities } = after.posterior;
  return chance * (expectedCost(now.decision, probabilities) - expectedCost(after.decision, probabilities));
};

/** Every single fact that would change what is said (cause, certainty or alarm), the most important first. */
export const allChanges = (now: Diagnosis, trials: readonly Trial[]): readonly WeighedChange[] =>
  trials
    .filter(({ after }) => saysOtherwise(now, after))
    .map((trial) => {
      const { decision: cause, certainty, alarm } = trial.after;
      const change = { ...trial.fact, to: { cause, certainty, alarm } } as Change;
      return { change, chance: trial.chance, saved: weigh(now, trial) };
    })
    .sort((a, b) => b.saved - a.saved || b.chance - a.chance);

/**
 * The few facts that matter most of those that would change what is said: of each check its weightiest outcome, the
 * dearest to overlook first. Where one would raise the alarm to `act`, one is told, however improbable it is: what
 * would calm must not stand alone.
 */
export const whatWouldChange = (now: Diagnosis, trials: readonly Trial[]): readonly Change[] => {
  const all = allChanges(now, trials).map(({ change }) => change);
  const first = all.filter((one, index) => all.findIndex(({ check }) => check === one.check) === index);
  const told = first.slice(0, TOLD);
  const alarming = ({ to }: Change): boolean => to.alarm === 'act' && now.alarm !== 'act';
  const grave = all.find(alarming);
  if (!grave || told.some(alarming)) return told;
  return [...first.filter(({ check }) => check !== grave.check).slice(0, TOLD - 1), grave];
};
