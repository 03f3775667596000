import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from '../../lib/model/zod.ts';
import { runCommand } from './run-command.ts';

const REPORT = '.mutation/report.json';

/** What is read of the report of the mutants. */
const report = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});

/** How the mutants of one file, or folder, ended. */
interface Tally {
  caught: number;
  missed: number;
}

const CAUGHT = ['Killed', 'Timeout'];
const MISSED = ['Survived', 'NoCoverage'];

const line = (name: string, { caught, missed }: Tally): string =>
  `${((100 * caught) / Math.max(1, caught + missed)).toFixed(1).padStart(6)} %  ${String(caught).padStart(5)} of ${String(caught + missed).padEnd(5)} ${name}`;

/** Makes the mutants of the diagnosis, holds the tests against them and prints the score of each file and folder. */
export const runMutants = async (): Promise<boolean> => {
  const code = await runCommand('stryker', ['run']);
  const { files } = report.parse(JSON.parse(await readFile(REPORT, 'utf8')));
  const folders = new Map<string, Tally>();
  console.log('\nMutants that the tests catch');
  for (const [name, { mutants }] of Object.entries(files).sort()) {
    const count = (statuses: readonly string[]): number =>
      mutants.filter(({ status }) => statuses.includes(status)).length;
    const tally = { caught: count(CAUGHT), missed: count(MISSED) };
    console.log(line(name, tally));
    for (const folder of [dirname(name), 'all']) {
      const sum = folders.get(folder) ?? { caught: 0, missed: 0 };
      folders.set(folder, { caught: sum.caught + tally.caught, missed: sum.missed + tally.missed });
    }
  }
  console.log('');
  for (const [name, tally] of [...folders].sort()) console.log(line(name, tally));
  return code === 0;
};
