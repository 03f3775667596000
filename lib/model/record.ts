import { alarm, certainty, decision } from './cause.ts';
import { observation } from './observation.ts';
import { serviceId } from './service-id.ts';
import { timestamp } from './timestamp.ts';
import { z, type Infer } from './zod.ts';

const oneOrMore = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.union([schema, z.array(schema).check(z.minLength(1))]);

const wanted = {
  cause: z.optional(oneOrMore(z.nullable(decision))),
  certainty: z.optional(oneOrMore(z.nullable(certainty))),
  alarm: z.optional(oneOrMore(alarm)),
};

/** What must hold at a moment. */
export const momentExpectation = z.strictObject({ at: timestamp, service: serviceId, ...wanted });
/** What must never hold: all the named fields together. */
export const neverExpectation = z.strictObject({
  service: serviceId,
  never: z
    .strictObject(wanted)
    .check(
      z.refine((never) => Object.keys(never).length > 0, 'expected at least one of cause, certainty, alarm'),
    ),
});

export const expectation = z.union([momentExpectation, neverExpectation]);
export type Expectation = Infer<typeof expectation>;

/** A file of observations: a diagnostic record that a person exports, or a scenario with expectations. */
export const record = z.strictObject({
  format: z.literal('outage-or-hacked/record@1'),
  title: z.string(),
  observations: z.array(observation),
  expect: z.optional(z.array(expectation)),
});
export type ObservationRecord = Infer<typeof record>;
