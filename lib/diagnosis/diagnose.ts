import type { Decision } from '../model/cause.ts';
import type { EvidenceKind } from '../model/evidence.ts';
import { collectAgain, collectEvidence, type Collected } from './collect-evidence.ts';
import { decide, type Judgement } from './decide.ts';
import type { Evidence, Scene } from './evidence.ts';
import { SAYS_SOMETHING } from './numbers/likelihoods.ts';
import { posterior, type Posterior } from './posterior.ts';
import { groundOf, sameGround, type Ground } from './ground.ts';
import { rulesFor, type Rules } from './safety-rules.ts';

/** A judgement with everything it was made of, so that it can be explained with the numbers that were used. */
export interface Diagnosis extends Judgement {
  readonly evidence: readonly Evidence[];
  readonly collected: Collected;
  /** The kinds of that evidence. */
  readonly kinds: ReadonlySet<EvidenceKind>;
  readonly ground: Ground;
  readonly posterior: Posterior;
  readonly rules: Rules;
}

/** Whether there is enough of it to be a sign, for the rules. */
const speaks = ({ strength }: Evidence): boolean => strength >= SAYS_SOMETHING;

const sameKinds = (one: readonly Evidence[], other: readonly Evidence[]): boolean =>
  one.length === other.length &&
  one.every((each, i) => {
    const beside = other[i] as Evidence;
    return each.kind === beside.kind && speaks(each) === speaks(beside);
  });

/** What the rules say depends on the ground and the kinds of evidence: while these stay, so do the rules. */
const rulesOf = (
  evidence: readonly Evidence[],
  ground: Ground,
  before: Diagnosis | null,
): Pick<Diagnosis, 'kinds' | 'ground' | 'rules'> => {
  if (before && before.ground === ground && sameKinds(before.evidence, evidence)) return before;
  const kinds = new Set<EvidenceKind>();
  for (const one of evidence) if (speaks(one)) kinds.add(one.kind);
  return { kinds, ground, rules: rulesFor(ground, kinds) };
};

const judge = (
  scene: Scene,
  collected: Collected,
  now: Ground,
  standing: Decision | null,
  before: Diagnosis | null,
): Diagnosis => {
  const { evidence } = collected;
  const beliefs = posterior(scene.facts.prior, evidence);
  const { kinds, ground, rules } = rulesOf(evidence, now, before);
  const { decision, certainty, alarm } = decide(beliefs.probabilities, rules, kinds, standing);
  return { decision, certainty, alarm, evidence, collected, kinds, ground, posterior: beliefs, rules };
};

/** One diagnosis of one service at one moment. `standing` is what was decided before, null for nothing. */
export const diagnose = (scene: Scene, standing: Decision | null): Diagnosis =>
  judge(scene, collectEvidence(scene), groundOf(scene), standing, null);

const sameWeight = (one: readonly Evidence[], other: readonly Evidence[]): boolean => {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i += 1)
    if (one[i]?.row !== other[i]?.row || one[i]?.strength !== other[i]?.strength) return false;
  return true;
};

/**
 * The diagnosis after something was seen or time has passed. Where the evidence weighs the same on the same ground
 * the one before holds (and is returned as it was): deciding again could not decide otherwise.
 * @param onlyTime whether nothing at all was seen since the one before.
 */
export const rediagnosed = (scene: Scene, before: Diagnosis | null, onlyTime: boolean): Diagnosis => {
  const found = before ? collectAgain(scene, before.collected, onlyTime) : collectEvidence(scene);
  const now = groundOf(scene);
  const ground = before && sameGround(before.ground, now) ? before.ground : now;
  if (before && ground === before.ground && sameWeight(before.evidence, found.evidence))
    return found.signsChanged === before.collected.signsChanged ? before : { ...before, collected: found };
  return judge(scene, found, ground, before ? before.decision : null, before);
};

/** The same diagnosis with the details (counts, ages) of its evidence as they are now, for telling it. */
export const inDetail = (scene: Scene, of: Diagnosis): Diagnosis => ({
  ...of,
  evidence: collectEvidence(scene).evidence,
});
