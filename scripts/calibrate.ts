/**
 * Measures the diagnosis on generated populations: `npm run calibrate -- [--cases 100000] [--seed 1]`. Exit status 0
 * when all limits are kept, 1 when one is missed, 2 when the arguments cannot be understood or nothing could be written.
 */
import { writeFile } from 'node:fs/promises';
import { readArguments, USAGE, type Arguments } from './calibrate/arguments.ts';
import { drawReliability } from './calibrate/draw-reliability.ts';
import { dumpCases } from './calibrate/dump.ts';
import { limitsOf } from './calibrate/limits.ts';
import { measuredFigures } from './calibrate/measured-figures.ts';
import type { Mix } from './calibrate/mixes.ts';
import { createProgress } from './calibrate/progress.ts';
import { comparePolicies } from './calibrate/questions.ts';
import { causeTable, kindTable, limitTable, missList } from './calibrate/report.ts';
import { runPopulation } from './calibrate/run-population.ts';
import { documentSection, questionTable, type Measured } from './calibrate/section.ts';
import { emptyBins } from './calibrate/tally/calibration.ts';
import { writeDocs } from './calibrate/write-docs.ts';

/** What the extension's page on the method tells of this. */
const FIGURES = 'assets/measured.json';
const DOCS = { document: 'docs/diagnosis.md', picture: 'docs/pictures/reliability.svg' };
/** Each takes a few dozen diagnoses: enough to see a difference, few enough to wait for. The gain is reckoned with life's rates. */
const QUESTIONED = 8_000;

const measure = async ({ cases, seed, mixes, misses }: Arguments): Promise<readonly Measured[]> => {
  const all: Measured[] = [];
  for (const mix of mixes) {
    const progress = createProgress(mix, cases, process.stderr);
    const tally = await runPopulation(mix, seed, cases, progress.add);
    progress.end();
    const limits = limitsOf(mix, tally);
    console.log(`\n## ${mix} mix, ${cases} cases, seed ${seed}\n`);
    console.log(`${causeTable(tally)}\n\n${kindTable(tally)}\n\n${limitTable(limits)}`);
    if (misses)
      console.log(`\nwhat goes wrong, the gravest first, then the commonest:\n${missList(tally, 80)}`);
    all.push({ mix, tally, limits });
  }
  return all;
};

const run = async (wanted: Arguments): Promise<number> => {
  const measured = await measure(wanted);
  const { cases, seed } = wanted;
  const questions = comparePolicies('natural', seed, Math.min(cases, QUESTIONED));
  console.log(`\n${questionTable(questions)}`);
  if (wanted.write) {
    const [first, second] = (['natural', 'stratified'] as const).map((mix) => ({
      name: `${mix} mix`,
      bins: measured.find((one) => one.mix === mix)?.tally.top ?? emptyBins(),
    }));
    if (!first || !second) throw new Error('there are two mixes');
    const section = documentSection(measured, questions, cases, seed);
    const trouble = await writeDocs(DOCS, section, drawReliability(first, second));
    if (trouble !== null) {
      process.stderr.write(`${trouble}\n`);
      return 2;
    }
    const tallyOf = (mix: Mix) => measured.find((one) => one.mix === mix)?.tally;
    const [natural, stratified] = [tallyOf('natural'), tallyOf('stratified')];
    if (natural && stratified)
      await writeFile(
        FIGURES,
        `${JSON.stringify(measuredFigures(natural, stratified, questions), null, 2)}\n`,
      );
  }
  return measured.some(({ limits }) => limits.some(({ kept }) => kept === false)) ? 1 : 0;
};

const wanted = readArguments(process.argv.slice(2));

if (wanted === null) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else if (wanted.dump) {
  const { dump, mixes, seed } = wanted;
  const names = mixes.flatMap((mix) => dump.numbers.map((number) => ({ mix, seed, number })));
  for (const file of await dumpCases(names, dump.folder)) console.log(file);
} else process.exitCode = await run(wanted);
