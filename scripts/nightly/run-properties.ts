import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from '../../lib/model/zod.ts';
import { runCommand } from './run-command.ts';

/** What is read of the test runner's report. */
const report = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({
          ancestorTitles: z.array(z.string()),
          title: z.string(),
          status: z.string(),
          duration: z.nullish(z.number()),
        }),
      ),
    }),
  ),
});

/** Runs every property test with so many logs each and prints a line of each. Whether all of them held. */
export const runProperties = async (runs: number): Promise<boolean> => {
  const folder = await mkdtemp(join(tmpdir(), 'oh-properties-'));
  const file = join(folder, 'report.json');
  const args = ['run', 'tests/property', '--reporter=default', '--reporter=json', `--outputFile=${file}`];
  const code = await runCommand('vitest', args, { PROPERTY_RUNS: String(runs) });
  const text = await readFile(file, 'utf8').catch(() => null);
  await rm(folder, { recursive: true });
  if (text === null) return false;
  const properties = report.parse(JSON.parse(text)).testResults.flatMap((one) => one.assertionResults);
  console.log(`\nProperties, ${String(runs)} logs each`);
  for (const { ancestorTitles, title, status, duration } of properties) {
    const seconds = ((duration ?? 0) / 1000).toFixed(0).padStart(5);
    console.log(`${status === 'passed' ? '✓' : '✗'} ${seconds} s  ${[...ancestorTitles, title].join(': ')}`);
  }
  return code === 0 && properties.length > 0 && properties.every(({ status }) => status === 'passed');
};
