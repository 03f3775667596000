import { replaySteps } from '../../lib/diagnosis/index.ts';
import { toMillis } from '../../lib/model/timestamp.ts';
import { holds, sortExpectations } from '../replay/expectations.ts';
import { saidOf } from '../replay/lines.ts';
import { tally, type Confusion } from './confusion.ts';
import { lookForMistakes, lookForOutages, type Mistakes, type Scenario } from './mistakes.ts';

/** What a set of scenarios shows of the engine. */
export interface Measured extends Mistakes {
  readonly scenarios: number;
  readonly moments: number;
  readonly missed: string[];
  readonly causes: Confusion;
  readonly alarms: Confusion;
}

/** Replays the scenarios through the engine and counts what is right, what is wrong and how. */
export const measure = (scenarios: readonly Scenario[]): Measured => {
  const into: Measured = {
    scenarios: scenarios.length,
    moments: 0,
    missed: [],
    causes: new Map(),
    alarms: new Map(),
    falseReassurances: [],
    falseAlarms: [],
    outages: [],
  };
  let count = 0;
  for (const scenario of scenarios) {
    const expected = sortExpectations(scenario.record.expect ?? []).moments.map((one) => one.expected);
    const moments = [
      ...replaySteps(scenario.record.observations, [...new Set(expected.map(({ at }) => toMillis(at)))]),
    ];
    for (const wanted of expected) {
      const at = toMillis(wanted.at);
      const moment = moments.find((one) => one.reason === 'asked' && one.at === at);
      const said = saidOf(moment?.states.find(({ service }) => service === wanted.service));
      tally(into.causes, wanted.cause, said.cause);
      tally(into.alarms, wanted.alarm, said.alarm);
      count += 1;
      if (!holds(said, wanted)) into.missed.push(`${scenario.file} ${wanted.service} ${wanted.at}`);
    }
    lookForMistakes(into, scenario, moments);
    lookForOutages(into, scenario, moments);
  }
  return { ...into, moments: count };
};

/** Whether the limits for curated scenarios hold. */
export const limitsHold = ({ moments, missed, falseReassurances, falseAlarms, outages }: Measured): boolean =>
  missed.length <= 0.02 * moments &&
  falseReassurances.length === 0 &&
  falseAlarms.length === 0 &&
  outages.filter((one) => one.named).length >= 0.8 * outages.length;
