import { BEGINNING } from '../../lib/diagnosis/course/course.ts';
import { diagnose } from '../../lib/diagnosis/diagnose.ts';
import { explain } from '../../lib/diagnosis/explain.ts';
import { absorb } from '../../lib/diagnosis/facts/absorb.ts';
import { asSet, byTime } from '../../lib/diagnosis/facts/in-order.ts';
import { emptyWorld, factsOf } from '../../lib/diagnosis/facts/world.ts';
import type { Scene } from '../../lib/diagnosis/evidence.ts';
import type { Observation } from '../../lib/model/observation.ts';

/** The inner diagnosis of a short log, from the observations to the judgement, and to the explained verdict. */
export const createDiagnoser = (
  log: readonly Observation[],
): { readonly judge: () => void; readonly explained: () => void } => {
  const timed = asSet(byTime(log));
  const scene = (): Scene => {
    const world = emptyWorld();
    let at = 0;
    for (const one of timed) absorb(world, one.seen, (at = one.at));
    const openedAt = timed[0]?.at ?? 0;
    return {
      facts: factsOf(world, 'facebook'),
      world,
      at,
      openedAt,
      course: BEGINNING,
      compromisedLink: null,
    };
  };
  return {
    judge: () => void diagnose(scene(), null),
    explained: () => {
      const made = diagnose(scene(), null);
      explain(made, []);
    },
  };
};
