import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from '../../lib/model/zod.ts';
import { MUTANT_GROUPS } from './mutants/groups.ts';
import { runCommand } from './run-command.ts';

/** What is read of the report of the mutants. */
const report = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});

/** How the mutants of one file, or folder, ended. Of those that no test reaches none is noticed. */
interface Tally {
  readonly killed: number;
  readonly timeout: number;
  readonly survived: number;
  readonly unreached: number;
}

const NONE: Tally = { killed: 0, timeout: 0, survived: 0, unreached: 0 };

const plus = (one: Tally, other: Tally): Tally => ({
  killed: one.killed + other.killed,
  timeout: one.timeout + other.timeout,
  survived: one.survived + other.survived,
  unreached: one.unreached + other.unreached,
});

const tallyOf = (mutants: readonly { readonly status: string }[]): Tally => {
  const count = (status: string): number => mutants.filter((one) => one.status === status).length;
  return {
    killed: count('Killed'),
    timeout: count('Timeout'),
    survived: count('Survived'),
    unreached: count('NoCoverage'),
  };
};

const line = (name: string, { killed, timeout, survived, unreached }: Tally): string => {
  const [caught, all] = [killed + timeout, killed + timeout + survived + unreached];
  const share = ((100 * caught) / Math.max(1, all)).toFixed(1).padStart(6);
  const counts = `${String(caught).padStart(5)} of ${String(all).padEnd(5)}`;
  const apart = `${String(timeout).padStart(4)} without end, ${String(unreached).padStart(3)} unreached`;
  return `${share} %  ${counts} ${apart}  ${name}`;
};

/** Prints what a report says of each file, each folder and all of them. */
const printReport = async (name: string): Promise<void> => {
  const { files } = report.parse(JSON.parse(await readFile(`.mutation/${name}.json`, 'utf8')));
  const sums = new Map<string, Tally>();
  console.log(`\nMutants of ${name} that the tests catch`);
  for (const [file, { mutants }] of Object.entries(files).sort()) {
    const tally = tallyOf(mutants);
    console.log(line(file, tally));
    for (const sum of [dirname(file), 'together']) sums.set(sum, plus(sums.get(sum) ?? NONE, tally));
  }
  console.log('');
  for (const [sum, tally] of [...sums].sort()) console.log(line(sum, tally));
};

/**
 * Makes the mutants of each group, holds the tests against them and prints the score of each file and folder. Stryker
 * itself tells how far it is and how long it will take.
 */
export const runMutants = async (): Promise<boolean> => {
  let good = true;
  for (const [index, name] of Object.keys(MUTANT_GROUPS).entries()) {
    console.log(`\n${String(index + 1)} of ${String(Object.keys(MUTANT_GROUPS).length)}: mutants of ${name}`);
    const code = await runCommand('stryker', ['run'], { MUTANTS_OF: name });
    await printReport(name);
    good = good && code === 0;
  }
  return good;
};
