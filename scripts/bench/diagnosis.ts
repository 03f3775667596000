/**
 * How fast the diagnosis is: `node scripts/bench/diagnosis.ts`. Prints diagnoses a second on 20 observations (facts
 * read, evidence, beliefs, decision, explanation), and how long logs of 10,000 and 20,000 observations take.
 */
import { assess } from '../../lib/diagnosis/index.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { toTimestamp } from '../../lib/model/timestamp.ts';
import { longLog, twentyObservations } from './diagnosis-logs.ts';
import { createDiagnoser } from './one-diagnosis.ts';

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

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

const milliseconds = (log: readonly Observation[]): number => {
  const end = Date.parse(log.at(-1)?.at ?? toTimestamp(0)) + 1000;
  for (let i = 0; i < 5; i += 1) assess(log, end);
  return median(Array.from({ length: 15 }, () => timed(() => assess(log, end))));
};

const whole = createDiagnoser(twentyObservations());
console.log(`diagnose, 20 observations: ${Math.round(perSecond(whole.judge))} a second`);
console.log(`the same with explanation: ${Math.round(perSecond(whole.explained))} a second`);
for (const [name, spacing] of [
  ['one open incident, feed every 5 min', 'incident'],
  ['a month of ordinary days', 'month'],
  ['seven services at once', 'storm'],
] as const)
  for (const count of [10_000, 20_000])
    console.log(
      `assess, ${count} observations, ${name}: ${milliseconds(longLog(spacing, count)).toFixed(1)} ms`,
    );
