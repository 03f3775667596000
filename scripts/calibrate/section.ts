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
  natural:
    '**The natural mix**: every kind as often as people meet it. The rates, each with what it was reckoned from, stand in ' +
    '`scripts/calibrate/mixes.ts`. Whoever is told "87 %" lives in this mix, so the limits of the right cause and of calibration are held here.',
  stratified:
    '**The stratified mix**: every kind equally often, so that rare ones are seen well. Here one case in five is a break-in, in ' +
    'life fewer than one in a thousand; the calibration error is printed and held to nothing, and the right ' +
    'cause has a floor of its own instead of the limit: what no record can tell apart (a sign-out from another device that nobody mentions, a mass logout without a feed) is many times commoner here.',
};

const HOW = [
  'How the cases come about: first what is really going on (`truth/`: 37 kinds, each with ranges for how grave, how far, how long), then what the',
  'person does (`person/`, `story/`: tries, typing mistakes, answers right, wrong or unsure), then what the sensors catch of it (`sensors/`: as each browser',
  'tells it, late, lost, doubled; a feed that is absent, stale, slow or wrong in the first minutes; official words 15 to 70 minutes late or never). The generator reads none of the',
  "engine's numbers. A case is named by mix, seed and number: `npm run calibrate -- --misses` prints those that went wrong, `--dump 17,1203 FOLDER` writes their records for `npm run replay`.",
  '',
  'Judged is what is said at the last observation. Not counted for the right cause: incidents that are over by then, moments at which direct evidence stands and only an answer',
  'could lower the alarm, and break-ins whose record holds neither direct nor strong indirect evidence ("traceless"), which have a limit of their own. "Rightly unclear" are',
  'records that admit no more than a session that the server ended, with nothing else to go by.',
].join('\n');

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
    HOW,
    '![Reliability diagram: how often the likeliest cause was the true one, against how likely it was said to be](pictures/reliability.svg)',
    ...measured.flatMap(({ mix, tally, limits }) => [
      WHAT[mix],
      limitTable(limits),
      causeTable(tally),
      ...(mix === 'stratified' ? [kindTable(tally)] : []),
    ]),
    questionTable(questions),
  ].join('\n\n');
