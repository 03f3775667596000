import type { Decision } from '../model/cause.ts';
import type { EvidenceKind } from '../model/evidence.ts';
import { collectEvidence } from './collect-evidence.ts';
import { decide, type Judgement } from './decide.ts';
import type { Evidence, Scene } from './evidence.ts';
import { posterior, type Posterior } from './posterior.ts';
import { groundOf, rulesFor, sameGround, type Ground, type Rules } from './safety-rules.ts';

/** A judgement with everything it was made of, so that it can be explained with the numbers that were used. */
export interface Diagnosis extends Judgement {
  readonly evidence: readonly Evidence[];
  readonly ground: Ground;
  readonly posterior: Posterior;
  readonly rules: Rules;
}

const judge = (
  scene: Scene,
  evidence: readonly Evidence[],
  ground: Ground,
  standing: Decision | null,
): Diagnosis => {
  const beliefs = posterior(scene.facts.prior, evidence);
  const kinds = new Set<EvidenceKind>();
  for (const one of evidence) kinds.add(one.kind);
  const rules = rulesFor(ground, kinds);
  const judgement = decide(beliefs.probabilities, rules, kinds, standing);
  return { ...judgement, evidence, ground, posterior: beliefs, rules };
};

/** One diagnosis of one service at one moment. `standing` is what was decided before, null for nothing. */
export const diagnose = (scene: Scene, standing: Decision | null): Diagnosis =>
  judge(scene, collectEvidence(scene), groundOf(scene), standing);

const sameWeight = (one: readonly Evidence[], other: readonly Evidence[]): boolean => {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i += 1)
    if (one[i]?.row !== other[i]?.row || one[i]?.strength !== other[i]?.strength) return false;
  return true;
};

/**
 * The diagnosis after something was seen or time has passed. Where the evidence weighs the same on the same ground
 * the one before holds (and is returned as it was): deciding again could not decide otherwise.
 */
export const rediagnosed = (scene: Scene, before: Diagnosis | null): Diagnosis => {
  const evidence = collectEvidence(scene);
  const ground = groundOf(scene);
  if (before && sameWeight(before.evidence, evidence) && sameGround(before.ground, ground)) return before;
  return judge(scene, evidence, ground, before ? before.decision : null);
};
