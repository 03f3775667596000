import { foldUpTo } from '../../../lib/diagnosis/assess.ts';
import { diagnose, type Diagnosis } from '../../../lib/diagnosis/diagnose.ts';
import type { Scene } from '../../../lib/diagnosis/evidence.ts';
import { sceneOf } from '../../../lib/diagnosis/fold/scene.ts';
import { trialsOf, type Trial } from '../../../lib/diagnosis/trials.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { at } from './log-builder.ts';

/** Facebook's open incident at so many seconds: its scene, its diagnosis, and what may be learned next, tried out. */
export interface AtOneMoment {
  readonly scene: Scene;
  readonly now: Diagnosis;
  readonly trials: readonly Trial[];
}

/** The same of a log; throws when no incident is open. */
export const sceneAt = (log: readonly Observation[], seconds: number): AtOneMoment => {
  const fold = foldUpTo(log, at(seconds));
  const incident = fold.open.get('facebook');
  if (!incident) throw new Error('no incident is open');
  const scene = sceneOf(fold, incident, at(seconds));
  const now = diagnose(scene, incident.last?.decision ?? null);
  return { scene, now, trials: trialsOf(fold, incident, now, at(seconds)) };
};
