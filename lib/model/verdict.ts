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

/** Something that would change the verdict; `gain` is the expected information gain in nats. */
export const nextCheck = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('question'), question, gain: z.number() }),
  z.strictObject({ type: z.literal('measurement'), measurement: z.enum(MEASUREMENTS), gain: z.number() }),
]);
export type NextCheck = Infer<typeof nextCheck>;

/** What the diagnosis says of one service at one moment. */
export const verdict = z.strictObject({
  cause: decision,
  certainty,
  alarm,
  probabilities: z.record(cause, probability),
  reasons: z.array(reason),
  alsoPossible: z.array(cause),
  nextChecks: z.array(nextCheck),
});
export type Verdict = Infer<typeof verdict>;
