import { globSync } from 'node:fs';
import { loadCases } from './mutants/load-cases.ts';
import { runCases } from './mutants/run-cases.ts';
import type { Case } from './mutants/vitest-stand-in.ts';

/** The share of the logs with which it is measured how long all of them will take. */
const SAMPLE = 1 / 100;

const propertiesWith = (runs: number): Promise<readonly Case[]> => {
  process.env['PROPERTY_RUNS'] = String(runs);
  return loadCases(globSync('tests/property/**/*.test.ts').sort(), []);
};

const minutes = (ms: number): string => `${(ms / 60_000).toFixed(1)} min`;

/**
 * Runs every property test with so many logs each, without a limit of time. Prints how long that will take, and of
 * each property how it ended, in how many seconds and what is left. Whether all of them held.
 */
export const runProperties = async (runs: number): Promise<boolean> => {
  const few = Math.max(1, Math.round(runs * SAMPLE));
  const sample = await runCases(await propertiesWith(few), () => undefined, true);
  const expected = new Map(sample.map(({ id, took }) => [id, (took * runs) / few]));
  const cases = await propertiesWith(runs);
  const rest = (from: number): number =>
    cases.slice(from).reduce((sum, { id }) => sum + (expected.get(id) ?? 0), 0);
  console.log(
    `\n${String(cases.length)} properties, ${String(runs)} logs each: about ${minutes(rest(0))} by a sample`,
  );
  let failed = 0;
  for (const [index, one] of cases.entries()) {
    const [outcome] = await runCases([one], () => undefined, true);
    const seconds = ((outcome?.took ?? 0) / 1000).toFixed(0).padStart(5);
    const holds = outcome?.failure === null;
    const left = index + 1 < cases.length ? `, about ${minutes(rest(index + 1))} left` : '';
    console.log(
      `${holds ? '✓' : '✗'} ${seconds} s  ${one.id}  (${String(index + 1)} of ${String(cases.length)}${left})`,
    );
    if (holds) continue;
    failed += 1;
    console.log(outcome?.failure ?? '');
  }
  console.log(`${String(cases.length - failed)} of ${String(cases.length)} properties held`);
  return cases.length > 0 && failed === 0;
};
