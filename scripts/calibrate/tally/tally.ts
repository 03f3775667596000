import { CAUSES, type Cause, type Decision } from '../../../lib/model/cause.ts';
import type { Judgement } from '../judge/judge-case.ts';
import { addBins, addPrediction, emptyBins, type Bin } from './calibration.ts';

/** Counts of one truth. Cases whose break-in left no trace are in `cases` and `traceless` only. */
export interface Counts {
  cases: number;
  /** With a break-in, alone or beside something else. */
  compromised: number;
  /** Not counted for `right`: the incident is over, or S1 demands an alarm that only an answer could lower. */
  uncounted: number;
  traceless: number;
  tracelessCalmed: number;
  right: number;
  /** Of those: `unclear`, where the record admits no more. */
  rightlyUnclear: number;
  silenced: number;
  calmed: number;
  falseAlarms: number;
  /** Outages, and those named within three observations. */
  outages: number;
  namedSoon: number;
}

/** What went wrong, in one line that many cases share, with the numbers of some. */
export interface Misses {
  count: number;
  numbers: number[];
}

/** Everything counted over a population. Plain data: it can be handed over by a worker and added up. */
export interface Tally {
  cases: number;
  readonly kinds: Record<string, Counts>;
  readonly causes: Record<string, Counts>;
  /** Verdicts by what was said, and how many of them were true. */
  readonly said: Record<string, { times: number; true: number }>;
  readonly top: Bin[];
  readonly each: Record<string, Bin[]>;
  readonly misses: Record<string, Misses>;
}

const EXAMPLES = 6;

export const noCounts = (): Counts => ({
  cases: 0,
  compromised: 0,
  uncounted: 0,
  traceless: 0,
  tracelessCalmed: 0,
  right: 0,
  rightlyUnclear: 0,
  silenced: 0,
  calmed: 0,
  falseAlarms: 0,
  outages: 0,
  namedSoon: 0,
});

export const emptyTally = (): Tally => ({
  cases: 0,
  kinds: {},
  causes: {},
  said: {},
  top: emptyBins(),
  each: Object.fromEntries(CAUSES.map((cause) => [cause, emptyBins()])),
  misses: {},
});

const isTrue = (cause: Decision, { causes }: Judgement): boolean => causes.includes(cause as Cause);

const count = (counts: Counts, judged: Judgement): void => {
  counts.cases += 1;
  counts.compromised += judged.causes.includes('account-compromise') ? 1 : 0;
  counts.silenced += judged.silencedAt === null ? 0 : 1;
  counts.calmed += judged.calmedAt === null ? 0 : 1;
  counts.falseAlarms += judged.falseAlarmAt === null ? 0 : 1;
  counts.outages += judged.namedSoon === null ? 0 : 1;
  counts.namedSoon += judged.namedSoon === true ? 1 : 0;
  if (judged.traceless) {
    counts.traceless += 1;
    counts.tracelessCalmed += judged.tracelessCalmed ? 1 : 0;
    return;
  }
  if (judged.uncounted !== null) {
    counts.uncounted += 1;
    return;
  }
  counts.right += judged.right ? 1 : 0;
  counts.rightlyUnclear += judged.right && judged.said?.cause === 'unclear' ? 1 : 0;
};

/** What is wrong with what was said of a case, in words; empty when nothing is. */
export const faultsOf = (judged: Judgement): readonly string[] => [
  ...(judged.silencedAt === null ? [] : ['FALSE REASSURANCE: direct evidence, no alarm']),
  ...(judged.calmedAt === null ? [] : ['FALSE REASSURANCE: a traced break-in called harmless']),
  ...(judged.tracelessCalmed
    ? ['FALSE REASSURANCE: a traceless break-in called harmless with confidence']
    : []),
  ...(judged.falseAlarmAt === null ? [] : ['FALSE ALARM']),
  ...(judged.right || judged.traceless || judged.uncounted !== null
    ? []
    : [
        judged.said === null
          ? 'no incident'
          : `${judged.said.cause}, ${judged.said.certainty}, ${judged.said.alarm}`,
      ]),
];

/** Adds one case to the counts. `number` names it, to find it again. */
export const addCase = (tally: Tally, judged: Judgement, number: number): void => {
  tally.cases += 1;
  count((tally.kinds[judged.kind] ??= noCounts()), judged);
  count((tally.causes[judged.causes[0]] ??= noCounts()), judged);
  const { said, probabilities } = judged;
  if (said && !judged.traceless && judged.uncounted === null) {
    const verdicts = (tally.said[said.cause] ??= { times: 0, true: 0 });
    verdicts.times += 1;
    verdicts.true += isTrue(said.cause, judged) ? 1 : 0;
  }
  if (probabilities) {
    const top = CAUSES.reduce((best, cause) => (probabilities[cause] > probabilities[best] ? cause : best));
    addPrediction(tally.top, probabilities[top], isTrue(top, judged));
    // Where two things are true at once neither share of 1 would be right: such cases are in the total only.
    if (judged.causes.length === 1)
      for (const cause of CAUSES)
        addPrediction(tally.each[cause] ?? [], probabilities[cause], judged.causes[0] === cause);
  }
  for (const fault of faultsOf(judged)) {
    const misses = (tally.misses[`${judged.kind}  →  ${fault}`] ??= { count: 0, numbers: [] });
    misses.count += 1;
    if (misses.numbers.length < EXAMPLES) misses.numbers.push(number);
  }
};

export const addCounts = (to: Counts, from: Counts): void => {
  for (const key of Object.keys(to) as (keyof Counts)[]) to[key] += from[key];
};

/** Adds what a worker has counted. */
export const addTally = (to: Tally, from: Tally): void => {
  to.cases += from.cases;
  for (const part of ['kinds', 'causes'] as const)
    for (const [name, counts] of Object.entries(from[part]))
      addCounts((to[part][name] ??= noCounts()), counts);
  for (const [name, verdicts] of Object.entries(from.said)) {
    const sum = (to.said[name] ??= { times: 0, true: 0 });
    sum.times += verdicts.times;
    sum.true += verdicts.true;
  }
  addBins(to.top, from.top);
  for (const cause of CAUSES) addBins(to.each[cause] ?? [], from.each[cause] ?? []);
  for (const [line, misses] of Object.entries(from.misses)) {
    const sum = (to.misses[line] ??= { count: 0, numbers: [] });
    sum.count += misses.count;
    sum.numbers = [...sum.numbers, ...misses.numbers].sort((a, b) => a - b).slice(0, EXAMPLES);
  }
};
