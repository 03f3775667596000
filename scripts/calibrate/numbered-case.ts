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

/** The case of this name; always the same. */
export const numberedCase = (name: CaseName): GeneratedCase =>
  drawCase(kindOf(name), name.seed, MIX_NAMES.indexOf(name.mix), name.number);
