import type { Decision } from '../model/cause.ts';
import type { EvidenceKind } from '../model/evidence.ts';
import { collectEvidence } from './collect-evidence.ts';
import { decide, type Judgement } from './decide.ts';
import type { Evidence, Scene } from './evidence.ts';
import { posterior, type Posterior } from './posterior.ts';
import { rulesFor, type Rules } from './safety-rules.ts';

/** A judgement with everything it was made of, so that it can be explained with the numbers that were used. */
export interface Diagnosis extends Judgement {
  readonly evidence: readonly Evidence[];
  readonly posterior: Posterior;
  readonly rules: Rules;
}

/** One diagnosis of one service at one moment. `standing` is what was decided before, null for nothing. */
export const diagnose = (scene: Scene, standing: Decision | null): Diagnosis => {
  const evidence = collectEvidence(scene);
  const beliefs = posterior(scene.facts.prior, evidence);
  const kinds: Set<EvidenceKind> = new Set();
  for (const one of evidence) kinds.add(one.kind);
  const rules = rulesFor(scene, kinds);
  return { ...decide(beliefs.probabilities, rules, kinds, standing), evidence, posterior: beliefs, rules };
};
