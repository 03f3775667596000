import { z, type Infer } from './zod.ts';

const WITH_MILLISECONDS = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const WITH_OPTIONAL_FRACTION = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

/** `Date.parse` rolls 30 February over into March: a date exists only if its day is still the same afterwards. */
const isRealDate = (text: string): boolean => {
  const millis = Date.parse(text);
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(text.slice(0, 19));
};

/** A moment as the log writes it: ISO 8601 in UTC with exactly three decimals, e.g. `2024-03-05T15:02:00.000Z`. */
export const timestamp = z
  .string()
  .check(z.regex(WITH_MILLISECONDS, 'expected an ISO 8601 time in UTC with milliseconds, ending in Z'))
  .check(z.refine(isRealDate, 'expected a date that exists'));
export type Timestamp = Infer<typeof timestamp>;

/** A moment as the shared feed writes it: ISO 8601 in UTC, the fraction optional. */
export const feedTime = z
  .string()
  .check(z.regex(WITH_OPTIONAL_FRACTION, 'expected an ISO 8601 time in UTC, ending in Z'))
  .check(z.refine(isRealDate, 'expected a date that exists'));

/** Milliseconds since 1970 of a timestamp that a schema has accepted. */
export const toMillis = (at: string): number => Date.parse(at);

/** The timestamp of a number of milliseconds since 1970. */
export const toTimestamp = (millis: number): Timestamp => new Date(millis).toISOString();
