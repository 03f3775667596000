import type { Observation } from '../model/observation.ts';
import type { ServiceId } from '../model/service-id.ts';
import type { Verdict } from '../model/verdict.ts';
import { diagnose } from './diagnose.ts';
import { explain } from './explain.ts';
import { byTime, type Timed } from './facts/in-order.ts';
import {
  closeDue,
  copyFold,
  emptyFold,
  nextOfItself,
  readSet,
  rediagnose,
  type Fold,
} from './fold/incident-fold.ts';
import { momentsOf } from './fold/moments.ts';
import { sceneOf } from './fold/scene.ts';

/** What is said of a service with an open incident. Its `nextChecks` are left out (empty). */
export interface ServiceState {
  readonly service: ServiceId;
  readonly verdict: Verdict;
}

/**
 * A moment of a replay: after an observation (`step` counts from 0 in order of time), at a re-check, or at a time
 * that was asked for. `states` holds the services with an open incident, in order of their names.
 */
export interface ReplayMoment {
  readonly reason: 'observation' | 'recheck' | 'asked';
  readonly step: number | null;
  readonly at: number;
  readonly states: readonly ServiceState[];
}

const statesOf = (fold: Fold, at: number): readonly ServiceState[] =>
  [...fold.open.values()]
    .map((incident) => ({
      service: incident.service,
      verdict: explain(diagnose(sceneOf(fold, incident, at), incident.last?.decision ?? null), []),
    }))
    .sort((a, b) => (a.service < b.service ? -1 : 1));

/**
 * The states after each observation of a moment but the last: the set is not complete, so nothing of it is kept.
 * `inFile` is the moment in the order of the log, `set` the same observations in the order in which a set is read.
 * Where the log has them in that order each is taken in once; where it has not, those before it are read again.
 */
function* partial(
  fold: Fold,
  inFile: readonly Timed[],
  set: readonly Timed[],
  at: number,
): Generator<readonly ServiceState[]> {
  const places = new Map(set.map((one, index) => [one, index]));
  const known = new Set<number>();
  let trial = copyFold(fold);
  let furthest = -1;
  for (const one of inFile.slice(0, -1)) {
    const place = places.get(one) as number;
    known.add(place);
    if (place > furthest) {
      readSet(trial, [one], at);
      furthest = place;
    } else {
      trial = copyFold(fold);
      readSet(
        trial,
        set.filter((_, index) => known.has(index)),
        at,
      );
    }
    const looked = copyFold(trial);
    closeDue(looked, at, true);
    yield statesOf(looked, at);
  }
}

/**
 * Replays a log through the engine that the extension runs, in one pass: every observation, every re-check, and the
 * moments asked for (ms, each after all observations up to and including it).
 */
export function* replaySteps(
  observations: readonly Observation[],
  asked: readonly number[] = [],
): Generator<ReplayMoment, void, undefined> {
  const fold = emptyFold();
  const timed = byTime(observations);
  const questions = [...asked].sort((a, b) => a - b);
  let next = 0;
  let step = 0;
  function* answerBefore(limit: number): Generator<ReplayMoment> {
    for (let at = questions[next]; at !== undefined && at < limit; at = questions[next]) {
      closeDue(fold, at, true);
      yield { reason: 'asked', step: null, at, states: statesOf(fold, at) };
      next += 1;
    }
  }
  for (const { at, set } of momentsOf(timed, () => nextOfItself(fold))) {
    yield* answerBefore(at);
    if (set.length === 0) {
      rediagnose(fold, at, set);
      yield { reason: 'recheck', step: null, at, states: statesOf(fold, at) };
      continue;
    }
    const inFile = timed.slice(step, step + set.length);
    for (const states of partial(fold, inFile, set, at)) {
      yield { reason: 'observation', step, at, states };
      step += 1;
    }
    readSet(fold, set, at);
    rediagnose(fold, at, set);
    yield { reason: 'observation', step, at, states: statesOf(fold, at) };
    step += 1;
  }
  yield* answerBefore(Infinity);
}
