import { replaySteps, type ReplayMoment } from '../../lib/diagnosis/index.ts';
import type { ObservationRecord } from '../../lib/model/record.ts';
import { toMillis } from '../../lib/model/timestamp.ts';
import { holds, sortExpectations } from './expectations.ts';
import { bodyOf, saidOf, type NeverLine, type StateLine } from './lines.ts';

/** A line of output. */
export type Line = (StateLine | NeverLine) & { readonly met?: boolean };

const stepLines = (file: string, { step, at, states }: ReplayMoment): StateLine[] =>
  states.map((state) => {
    const { file: named, ...body } = bodyOf(file, at, state.service, state);
    return { file: named, ...(step === null ? {} : { step }), ...body };
  });

/**
 * Replays one record: a line after each observation for each service with an open incident, one for each
 * expectation at its moment, and at the end one for each that must never hold (looked at after every step, every
 * re-check and at the moments of expectations).
 * @param file how the file is called in the lines.
 */
export function* replayRecord(file: string, record: ObservationRecord): Generator<Line, void, undefined> {
  const { moments, nevers } = sortExpectations(record.expect ?? []);
  const broken = new Set<number>();
  const asked = [...new Set(moments.map(({ expected }) => toMillis(expected.at)))];
  for (const moment of replaySteps(record.observations, asked)) {
    const stateOf = (service: string) => moment.states.find((state) => state.service === service);
    for (const { index, expected } of nevers)
      if (holds(saidOf(stateOf(expected.service)), expected.never)) broken.add(index);
    if (moment.reason === 'observation') yield* stepLines(file, moment);
    if (moment.reason !== 'asked') continue;
    for (const { index, expected } of moments) {
      if (toMillis(expected.at) !== moment.at) continue;
      const state = stateOf(expected.service);
      const met = holds(saidOf(state), expected);
      yield { ...bodyOf(file, moment.at, expected.service, state), expectation: index, met };
    }
  }
  for (const { index, expected } of nevers)
    yield { file, service: expected.service, expectation: index, met: !broken.has(index) };
}
