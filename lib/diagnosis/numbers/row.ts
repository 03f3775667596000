import { CAUSES, type Cause } from '../../model/cause.ts';

/** One number for each cause, in the order of `CAUSES`. */
export type Row = readonly number[];

/** What a likelihood is written as: named causes, and `rest` for all others; or all nine. Probabilities in (0, 1]. */
export type Likelihood =
  ({ readonly rest: number } & { readonly [name in Cause]?: number }) | Readonly<Record<Cause, number>>;

export const CAUSE_COUNT = CAUSES.length;

const positions = new Map<string, number>(CAUSES.map((cause, index) => [cause, index]));

/** The position of a cause in a row. */
export const indexOf = (cause: Cause): number => positions.get(cause) ?? 0;

/** Natural logarithms of a likelihood, one for each cause. */
export const logRow = (likelihood: Likelihood): Row =>
  CAUSES.map((cause) => Math.log(likelihood[cause] ?? ('rest' in likelihood ? likelihood.rest : 1)));

/** How far a row can move the odds between two causes: the largest difference in it. */
export const spread = (row: Row): number => {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < CAUSE_COUNT; i += 1) {
    const value = row[i] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low;
};
