import { collectEvidence } from '../../../lib/diagnosis/collect-evidence.ts';
import type { Evidence } from '../../../lib/diagnosis/evidence.ts';
import { asSet, byTime } from '../../../lib/diagnosis/facts/in-order.ts';
import { emptyFold, readSet } from '../../../lib/diagnosis/fold/incident-fold.ts';
import { momentsOf } from '../../../lib/diagnosis/fold/moments.ts';
import { sceneOf } from '../../../lib/diagnosis/fold/scene.ts';
import type { EvidenceKind } from '../../../lib/model/evidence.ts';
import type { Observation } from '../../../lib/model/observation.ts';

/** The evidence of Facebook's open incident after the last observation; throws without one. */
export const evidenceOf = (log: readonly Observation[]): readonly Evidence[] => {
  const fold = emptyFold();
  const timed = byTime(log);
  for (const { at, set } of momentsOf(timed, () => Infinity)) readSet(fold, asSet(set), at);
  const incident = fold.open.get('facebook');
  if (!incident) throw new Error('no incident');
  return collectEvidence(sceneOf(fold, incident, timed.at(-1)?.at ?? 0)).evidence;
};

/** The kinds of that evidence. */
export const kindsOf = (log: readonly Observation[]): EvidenceKind[] =>
  evidenceOf(log).map(({ kind }) => kind);
