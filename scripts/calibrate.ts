/**
 * Measures the diagnosis on generated populations: `npm run calibrate -- [--cases 100000] [--seed 1]`. Exit status 0
 * when all limits are kept, 1 when one is missed, 2 when the arguments cannot be understood.
 */
import { readArguments, USAGE } from './calibrate/arguments.ts';
import { dumpCases } from './calibrate/dump.ts';
import { limitsOf } from './calibrate/limits.ts';
import { createProgress } from './calibrate/progress.ts';
import { causeTable, kindTable, limitTable, missList } from './calibrate/report.ts';
import { runPopulation } from './calibrate/run-population.ts';

const wanted = readArguments(process.argv.slice(2));

if (wanted === null) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else if (wanted.dump) {
  const { dump, mixes, seed } = wanted;
  const names = mixes.flatMap((mix) => dump.numbers.map((number) => ({ mix, seed, number })));
  for (const file of await dumpCases(names, dump.folder)) console.log(file);
} else {
  const { cases, seed, mixes, misses } = wanted;
  for (const mix of mixes) {
    const progress = createProgress(mix, cases, process.stderr);
    const tally = await runPopulation(mix, seed, cases, progress.add);
    progress.end();
    const limits = limitsOf(mix, tally);
    console.log(`\n## ${mix} mix, ${cases} cases, seed ${seed}\n`);
    console.log(`${causeTable(tally)}\n\n${kindTable(tally)}\n\n${limitTable(limits)}`);
    if (misses) console.log(`\nwhat goes wrong, commonest first:\n${missList(tally, 60)}`);
    if (limits.some(({ kept }) => kept === false)) process.exitCode = 1;
  }
}
