import { z, type Infer } from './zod.ts';

const share = z.number().check(z.gte(0), z.lte(1));
const count = z.int().check(z.gte(0));

/**
 * How well the diagnosis does on a generated population in which the truth is known: what the file
 * `assets/measured.json` holds, which the measuring program writes and the page on the method shows.
 */
export const measured = z.strictObject({
  cases: z.int().check(z.gte(1)),
  /** Cases with the right cause (or rightly "not sure"), of those that can be told. */
  right: share,
  /** Break-ins that left a trace, and how many of them were called harmless. */
  breakIns: count,
  calmed: count,
  /** Harmless cases in which somebody was told to act. */
  falseAlarms: share,
  /** Expected calibration error: how far the probabilities lie from what came, on average. */
  calibrationError: share,
  /** Questions asked until the verdict was right, on average: the most telling first, and in a fixed order. */
  questions: z.optional(z.strictObject({ telling: z.number(), fixed: z.number() })),
});
export type Measured = Infer<typeof measured>;
