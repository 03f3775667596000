import type { Expectation } from '../../lib/model/record.ts';
import type { Said } from './lines.ts';

type Moment = Extract<Expectation, { at: string }>;
type Never = Extract<Expectation, { never: object }>;
type Wanted = Never['never'];

/** An expectation with its place in the file. */
export interface Placed<Kind extends Expectation> {
  readonly index: number;
  readonly expected: Kind;
}

const fits = <Value>(value: Value, wanted: Value | readonly Value[] | undefined): boolean =>
  wanted === undefined || (Array.isArray(wanted) ? wanted.includes(value) : wanted === value);

/** Whether what is said fits all the fields that are named. */
export const holds = (said: Said, wanted: Wanted): boolean =>
  fits(said.cause, wanted.cause) && fits(said.certainty, wanted.certainty) && fits(said.alarm, wanted.alarm);

/** The expectations of a moment, and those of all moments, each with its place. */
export const sortExpectations = (
  all: readonly Expectation[],
): { readonly moments: readonly Placed<Moment>[]; readonly nevers: readonly Placed<Never>[] } => {
  const moments: Placed<Moment>[] = [];
  const nevers: Placed<Never>[] = [];
  all.forEach((expected, index) => {
    if ('never' in expected) nevers.push({ index, expected });
    else moments.push({ index, expected });
  });
  return { moments, nevers };
};
