/**
 * How fast the diagnosis is: diagnoses a second on 20 observations (facts read, evidence, beliefs, decision,
 * explanation), how long logs of 10,000 and 20,000 observations take, and a replay of many observations of one moment.
 * Times depend on the machine and on what else it does: beside each stands how often the same log could have been
 * parsed and put in order of time meanwhile.
 */
import { byTime } from '../../lib/diagnosis/facts/in-order.ts';
import { assess, replaySteps } from '../../lib/diagnosis/index.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { toTimestamp } from '../../lib/model/timestamp.ts';
import { longLog, oneMoment, twentyObservations } from './diagnosis-logs.ts';
import { median } from './median.ts';
import { createDiagnoser } from './one-diagnosis.ts';

const timed = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const perSecond = (work: () => void): number => {
  for (let i = 0; i < 20_000; i += 1) work();
  const rounds = Array.from({ length: 7 }, () =>
    timed(() => {
      for (let i = 0; i < 5_000; i += 1) work();
    }),
  );
  return 5_000 / (median(rounds) / 1000);
};

/** The median time (ms) of some work on a log, and how many times that of reading the log it is. */
const onLog = (log: readonly Observation[], rounds: number, work: () => void): string => {
  for (let i = 0; i < rounds / 3; i += 1) work();
  const lines = JSON.stringify(log);
  const read = (): void => void byTime(JSON.parse(lines) as Observation[]);
  // Taken in turns, so that both meet the same load of the machine.
  const times = Array.from({ length: rounds }, () => [timed(work), timed(read)] as const);
  const ms = median(times.map(([one]) => one));
  return `${ms.toFixed(1)} ms, ${(ms / median(times.map(([, other]) => other))).toFixed(1)} × reading it`;
};

const assessing = (log: readonly Observation[]): string => {
  const end = Date.parse(log.at(-1)?.at ?? toTimestamp(0)) + 1000;
  return onLog(log, 15, () => assess(log, end));
};

const whole = createDiagnoser(twentyObservations());
console.log(`diagnose, 20 observations: ${Math.round(perSecond(whole.judge))} a second`);
console.log(`the same with explanation and next checks: ${Math.round(perSecond(whole.explained))} a second`);
for (const [name, shape] of [
  ['one open incident, feed every 5 min', 'incident'],
  ['a month of ordinary days', 'month'],
  ['seven services at once', 'storm'],
] as const)
  for (const count of [10_000, 20_000])
    console.log(`assess, ${count} observations, ${name}: ${assessing(longLog(shape, count))}`);
for (const order of ['in the order in which they are read', 'in any order'] as const)
  for (const count of [500, 1000]) {
    const log = oneMoment(count, order === 'in any order');
    const replay = (): void => void [...replaySteps(log)].length;
    console.log(`replay, ${count} observations of one moment ${order}: ${onLog(log, 3, replay)}`);
  }
