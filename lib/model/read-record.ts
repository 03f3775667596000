import { misfitOf, type Misfit } from './issue-words.ts';
import { momentExpectation, neverExpectation, record, type ObservationRecord } from './record.ts';

/** A record, or where it does not fit and what was expected there. */
export type RecordReading =
  { readonly ok: true; readonly record: ObservationRecord } | ({ readonly ok: false } & Misfit);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A misfit inside an expectation, read as the kind of expectation that it means to be. */
const expectationMisfit = (value: unknown): Misfit | null => {
  if (!isObject(value) || !Array.isArray(value['expect'])) return null;
  for (const [index, one] of value['expect'].entries()) {
    const schema = isObject(one) && 'never' in one ? neverExpectation : momentExpectation;
    const issue = schema.safeParse(one).error?.issues[0];
    if (issue) return misfitOf(issue, ['expect', index]);
  }
  return null;
};

/**
 * Reads a record from parsed JSON. What does not fit is told with its path and what was expected, e.g.
 * `observations[3].kind`, `expected one of "session", …`.
 */
export const readRecord = (value: unknown): RecordReading => {
  const parsed = record.safeParse(value);
  if (parsed.success) return { ok: true, record: parsed.data };
  const issue = parsed.error.issues[0];
  if (!issue) return { ok: false, path: '', expected: 'a record' };
  const misfit = issue.path[0] === 'expect' ? expectationMisfit(value) : null;
  return { ok: false, ...(misfit ?? misfitOf(issue)) };
};
