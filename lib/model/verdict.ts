import { alarm, cause, certainty, decision } from './cause.ts';
import { evidenceDetail, evidenceKind } from './evidence.ts';
import { question } from './question.ts';
import { z, type Infer } from './zod.ts';

const probability = z.number().check(z.gte(0), z.lte(1));

/**
 * One piece of evidence as it was weighed. `weight` is the natural logarithm of
 * P(evidence | towards) / P(evidence | runner-up) after age and damping, above 0.
 */
export const reason = z.strictObject({
  evidence: evidenceKind,
  towards: cause,
  weight: z.number().check(z.gt(0)),
  detail: z.optional(evidenceDetail),
});
export type Reason = Infer<typeof reason>;

export const MEASUREMENTS = ['front-door', 'feed', 'sign-in'] as const;

/** Something that would change the verdict; `gain` is what is expected to be gained by it, to compare one with another. */
export const nextCheck = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('question'), question, gain: z.number() }),
  z.strictObject({ type: z.literal('measurement'), measurement: z.enum(MEASUREMENTS), gain: z.number() }),
]);
export type NextCheck = Infer<typeof nextCheck>;

/** What each measurement may show, of which the diagnosis makes something. */
export const MEASURED = {
  'front-door': ['answers', 'fails', 'unreachable'],
  feed: ['works', 'down'],
  'sign-in': ['works', 'refused', 'fails'],
} as const satisfies Readonly<Record<(typeof MEASUREMENTS)[number], readonly string[]>>;

const to = z.strictObject({ cause: decision, certainty, alarm });

/** One more fact that would change what is said, and what would be said then: cause, certainty and alarm. */
export const change = z.discriminatedUnion('check', [
  z.strictObject({ check: question, outcome: z.enum(['yes', 'no']), to }),
  z.strictObject({ check: z.literal('front-door'), outcome: z.enum(MEASURED['front-door']), to }),
  z.strictObject({ check: z.literal('feed'), outcome: z.enum(MEASURED.feed), to }),
  z.strictObject({ check: z.literal('sign-in'), outcome: z.enum(MEASURED['sign-in']), to }),
]);
export type Change = Infer<typeof change>;

/** What the diagnosis says of one service at one moment. */
export const verdict = z.strictObject({
  cause: decision,
  certainty,
  alarm,
  probabilities: z.record(cause, probability),
  reasons: z.array(reason),
  alsoPossible: z.array(cause),
  nextChecks: z.array(nextCheck),
  /** Of the verdict that stands: what would change it most, the most important first. Older records have none. */
  wouldChange: z.optional(z.array(change).check(z.maxLength(3))),
});
export type Verdict = Infer<typeof verdict>;
