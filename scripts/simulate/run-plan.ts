import type { Plan } from './plan.ts';
import type { Results } from './results.ts';
import { playFloods } from './scenarios/floods.ts';
import { playGrowing } from './scenarios/growing.ts';
import { playMixedDays } from './scenarios/mixed-days.ts';
import { onsetDelays } from './scenarios/onset-delays.ts';
import { playPoisonings } from './scenarios/poisoning.ts';
import { quietYear } from './scenarios/quiet-year.ts';
import { playShapes } from './scenarios/shapes.ts';
import { createLearning } from './world/learned.ts';
import { signInOutage } from './world/troubles.ts';

export type Tell = (what: string, share: number) => void;

/** The number of people at which the limits are set, and at which poisoning and confidence are measured. */
export const MEASURED_AT = 5000;

/** Steps that a run tells of. */
export const STEPS = 7;

/** Plays everything that the plan names. The same plan gives the same results. */
export const runPlan = (plan: Plan, tell: Tell): Results => {
  const learning = createLearning(plan.seed, plan.weeks);
  const each = <Item, Found>(what: string, items: readonly Item[], play: (item: Item) => Found): Found[] =>
    items.map((item, index) => {
      tell(what, index / items.length);
      return play(item);
    });

  const delays = each('onsets like 5 March 2024', plan.sizes, (size) =>
    onsetDelays(learning(size), plan.onsets, (scene) => signInOutage(scene)),
  );
  const shapes = each('shapes of trouble', plan.shapeSizes, (size) => playShapes(learning(size))).flat();
  const floods = each('floods', plan.floodSizes, (size) => playFloods(learning(size))).flat();
  const poisonings = playPoisonings(learning(MEASURED_AT), plan.poisonWeeks, plan.onsets, (share) =>
    tell('poisoning of the baseline', share),
  );
  const growing = each('a growing user base', [true, false], (presence) =>
    playGrowing(plan.seed, plan.growFrom, presence),
  );
  const claims = playMixedDays(learning(MEASURED_AT), plan.mixedDays, (share) =>
    tell('days of all sorts', share),
  );
  const runs = plan.years.flatMap(({ people, seeds }) =>
    Array.from({ length: seeds }, (_, index) => ({ people, seed: plan.seed + index })),
  );
  const years = runs.map((run, index) =>
    quietYear({
      ...run,
      days: plan.days,
      presence: true,
      tell: (share) => tell('quiet years', (index + share) / runs.length),
    }),
  );
  return { seed: plan.seed, delays, shapes, years, growing, floods, poisonings, claims };
};
