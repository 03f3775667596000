import { expect } from 'vitest';
import { collectEvidence } from '../../lib/diagnosis/collect-evidence.ts';
import type { Evidence } from '../../lib/diagnosis/evidence.ts';
import { byTime } from '../../lib/diagnosis/facts/in-order.ts';
import { emptyFold, nextOfItself, readSet, rediagnose } from '../../lib/diagnosis/fold/incident-fold.ts';
import { momentsOf } from '../../lib/diagnosis/fold/moments.ts';
import { sceneOf } from '../../lib/diagnosis/fold/scene.ts';
import { groundOf } from '../../lib/diagnosis/ground.ts';
import type { Observation } from '../../lib/model/observation.ts';

/** What weighs: all of the evidence but the details that are told with it. */
const weighing = (evidence: readonly Evidence[]) =>
  evidence.map(({ kind, row, strength }) => ({ kind, row, strength }));

/**
 * At every moment of the log each open incident rests on the evidence and the ground that are there now. `wanted` is
 * from when on (ms) re-checks are moments too: unless it says otherwise, where the incidents ask for one.
 */
export const restsOnWhatIs = (observations: readonly Observation[], wanted?: number): void => {
  const fold = emptyFold();
  for (const { at, set } of momentsOf(byTime(observations), () => wanted ?? nextOfItself(fold))) {
    if (set.length > 0) readSet(fold, set, at);
    rediagnose(fold, at, set);
    for (const incident of fold.open.values()) {
      const scene = sceneOf(fold, incident, at);
      expect(weighing(incident.last?.evidence ?? [])).toEqual(weighing(collectEvidence(scene).evidence));
      expect(incident.last?.ground).toEqual(groundOf(scene));
    }
  }
};
