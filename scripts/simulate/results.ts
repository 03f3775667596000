import type { Flood } from './scenarios/floods.ts';
import type { Growing } from './scenarios/growing.ts';
import type { Claim } from './scenarios/mixed-days.ts';
import type { Delays } from './scenarios/onset-delays.ts';
import type { Poisoning } from './scenarios/poisoning.ts';
import type { QuietYear } from './scenarios/quiet-year.ts';
import type { Shape } from './scenarios/shapes.ts';

/** All that a run of the simulations found. */
export interface Results {
  readonly seed: number;
  readonly delays: readonly Delays[];
  readonly shapes: readonly Shape[];
  readonly years: readonly QuietYear[];
  readonly growing: readonly Growing[];
  readonly floods: readonly Flood[];
  readonly poisonings: readonly Poisoning[];
  readonly claims: readonly Claim[];
}
