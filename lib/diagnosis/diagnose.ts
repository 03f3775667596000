import type { Decision } from '../model/cause.ts';
import type { EvidenceKind } from '../model/evidence.ts';
import { collectAgain, collectEvidence, type Collected } from './collect-evidence.ts';
import { decide, type Judgement } from './decide.ts';
import type { Evidence, Scene } from './evidence.ts';
import { SAYS_SOMETHING } from './numbers/likelihoods.ts';
import { posterior, type Posterior } from './posterior.ts';
import { GROUND_READS, groundOf, sameGround, type Ground } from './ground.ts';
import { rulesFor, type Rules } from './safety-rules.ts';

/** A judgement with everything it was made of, so that it can be explained with the numbers that were used. */
export interface Diagnosis extends Judgement, Collected {
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
  { evidence, parts }: Collected,
  now: Ground,
  standing: Decision | null,
  before: Diagnosis | null,
): Diagnosis => {
  const beliefs = posterior(scene.facts.prior, evidence);
  const { kinds, ground, rules } = rulesOf(evidence, now, before);
  const { decision, certainty, alarm } = decide(beliefs.probabilities, rules, kinds, standing);
  return { decision, certainty, alarm, evidence, parts, kinds, ground, posterior: beliefs, rules };
};

/** One diagnosis of one service at one moment. `standing` is what was decided before, null for nothing. */
export const diagnose = (scene: Scene, standing: Decision | null): Diagnosis =>
  judge(scene, collectEvidence(scene), groundOf(scene), standing, null);

/**
 * The diagnosis now that something may have `changed` (bits of `what-changed.ts`) since the one before. Where the
 * evidence weighs the same on the same ground that one holds: deciding again could not decide otherwise.
 */
export const rediagnosed = (scene: Scene, before: Diagnosis | null, changed: number): Diagnosis => {
  if (!before) return diagnose(scene, null);
  const found = collectAgain(scene, before, changed);
  const now = changed & GROUND_READS ? groundOf(scene) : before.ground;
  const ground = sameGround(before.ground, now) ? before.ground : now;
  if (ground === before.ground && found.evidence === before.evidence) return before;
  return judge(scene, found, ground, before.decision, before);
};

/** The same diagnosis with the details (counts, ages) of its evidence as they are now, for telling it. */
export const inDetail = (scene: Scene, of: Diagnosis): Diagnosis => ({ ...of, ...collectEvidence(scene) });
