import { drawCase, type GeneratedCase } from './case.ts';
import { MIX_NAMES, MIXES, type Mix } from './mixes.ts';
import { createRandom } from './random.ts';
import { TRUTH_KINDS, type TruthKind } from './truth/kinds.ts';

/** Which case of which population: enough to draw it again. */
export interface CaseName {
  readonly mix: Mix;
  readonly seed: number;
  /** From 0. */
  readonly number: number;
}

const kindOf = ({ mix, seed, number }: CaseName): TruthKind => {
  if (mix === 'natural') return createRandom(seed, number, 7).weighted(MIXES[mix]);
  const kind = TRUTH_KINDS[number % TRUTH_KINDS.length];
  if (kind === undefined) throw new Error('there are no kinds');
  return kind;
};

const seedsOf = ({ mix, seed, number }: CaseName): readonly number[] => [
  seed,
  MIX_NAMES.indexOf(mix),
  number,
];

/** The case of this name; always the same. */
export const numberedCase = (name: CaseName): GeneratedCase => {
  const kind = kindOf(name);
  const made = drawCase(kind, seedsOf(name));
  if (made === null) throw new Error(`${kind}: nothing that anybody would ask about`);
  return made;
};

/**
 * The same, but the person answers nothing: what comes of questions that are put afterwards. null where only an answer
 * would open an incident.
 */
export const silentCase = (name: CaseName): GeneratedCase | null =>
  drawCase(kindOf(name), seedsOf(name), true);
