import type { Limit } from './limits.ts';
import type { Mix } from './mixes.ts';
import type { Need, PolicyComparison, PolicyName } from './questions.ts';
import { causeTable, drawTable, kindTable, limitTable } from './report.ts';
import type { Tally } from './tally/tally.ts';

/** What was measured of one population. */
export interface Measured {
  readonly mix: Mix;
  readonly tally: Tally;
  readonly limits: readonly Limit[];
}

const WHAT: Readonly<Record<Mix, string>> = {
  natural: 'The natural mix: every kind as often as people meet it (rates in `scripts/calibrate/mixes.ts`).',
  stratified:
    'The stratified mix: every kind equally often, break-ins and rare outages as often as routine ends.',
};

const WHO: Readonly<Record<PolicyName, string>> = {
  gain: 'by expected gain',
  careful: 'in a fixed order, the grave and the common first',
  listed: 'in the order of the list',
};

/** How many questions a person is asked until what is said is true, by how the next question is chosen. */
export const questionTable = ({ cases, needs }: PolicyComparison): string =>
  drawTable(
    [`questions until the truth (${cases} cases)`, 'mean', 'after one', 'after two', 'by gain needs'],
    (Object.entries(needs) as [PolicyName, Need][]).map(([name, { mean, afterOne, afterTwo }]) => [
      WHO[name],
      mean.toFixed(2),
      `${(afterOne * 100).toFixed(0)} %`,
      `${(afterTwo * 100).toFixed(0)} %`,
      name === 'gain' ? '' : `${((1 - needs.gain.mean / mean) * 100).toFixed(0)} % fewer`,
    ]),
  );

/** The part of the document that `--write` keeps. */
export const documentSection = (
  measured: readonly Measured[],
  questions: PolicyComparison,
  cases: number,
  seed: number,
): string =>
  [
    `Measured by \`npm run calibrate -- --cases ${cases} --seed ${seed} --write\`.`,
    '![Reliability diagram](pictures/reliability.svg)',
    ...measured.flatMap(({ mix, tally, limits }) => [
      WHAT[mix],
      limitTable(limits),
      causeTable(tally),
      ...(mix === 'stratified' ? [kindTable(tally)] : []),
    ]),
    questionTable(questions),
  ].join('\n\n');
