/**
 * Plays the crowd detector against simulated days, outages and attackers: `npm run simulate [-- --seed 1] [--short] [--no-write]`.
 * Prints tables with a progress bar, writes them into docs/detection.md and the curves into docs/pictures. Exit status 1 when a limit is missed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { readOptions } from './read-options.ts';
import { missedLimits } from './simulate/limits.ts';
import { shortPlan, wholePlan } from './simulate/plan.ts';
import { MEASURED_AT, runPlan, STEPS } from './simulate/run-plan.ts';
import { picturesOf } from './simulate/show/pictures.ts';
import { createProgressBar } from './simulate/show/progress-bar.ts';
import { tablesOf } from './simulate/show/tables.ts';
import { asText, withTables } from './simulate/show/write-tables.ts';

const DOCUMENT = new URL('../docs/detection.md', import.meta.url);
const PICTURES = new URL('../docs/pictures/', import.meta.url);

const values = readOptions(
  {
    seed: { type: 'string', default: '1' },
    short: { type: 'boolean', default: false },
    'no-write': { type: 'boolean', default: false },
  },
  'usage: npm run simulate -- [--seed 1] [--short] [--no-write]',
);
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed) || seed < 0) {
  process.stderr.write(`--seed: expected a whole number, got ${JSON.stringify(values.seed)}\n`);
  process.exit(2);
}

const bar = createProgressBar(process.stderr, STEPS);
const results = runPlan(values.short ? shortPlan(seed) : wholePlan(seed), bar.tell);
bar.end();

const tables = tablesOf(results);
console.log(tables.map(asText).join('\n'));

// A short run is for a quick look: the docs keep the whole one.
if (!values.short && !values['no-write']) {
  const document = withTables(await readFile(DOCUMENT, 'utf8'), tables);
  if (document === null) throw new Error('docs/detection.md has lost its markers');
  await writeFile(DOCUMENT, document);
  for (const [file, picture] of picturesOf(results, MEASURED_AT))
    await writeFile(new URL(file, PICTURES), picture);
}

const missed = missedLimits(results);
for (const words of missed) console.log(`✗ ${words}`);
console.log(missed.length === 0 ? 'All limits are met.' : `${missed.length} limits are missed.`);
process.exitCode = missed.length === 0 ? 0 : 1;
