/**
 * Measures the engine on scenarios: `npm run --silent scenarios [-- FILE…]` (all of `tests/scenarios` without files).
 * Prints the confusion matrices and the figures that have a limit. Exit status 0 when all limits hold, 1 when one does
 * not, 2 when a file cannot be read or does not fit.
 */
import { readdirSync } from 'node:fs';
import { readRecordFile } from './replay/read-record-file.ts';
import { limitsHold, measure } from './scenarios/measure.ts';
import type { Scenario } from './scenarios/mistakes.ts';
import { printMeasured } from './scenarios/print-measured.ts';

const CURATED = 'tests/scenarios';
const named = process.argv.slice(2);
const files =
  named.length > 0
    ? named
    : readdirSync(CURATED)
        .filter((name) => name.endsWith('.json'))
        .map((name) => `${CURATED}/${name}`);

const scenarios: Scenario[] = [];
let unread = false;
for (const file of files) {
  const reading = await readRecordFile(file);
  if (reading.ok) scenarios.push({ file, record: reading.record });
  else {
    process.stderr.write(`${file}: ${reading.path || '(whole file)'}: ${reading.expected}\n`);
    unread = true;
  }
}

const measured = measure(scenarios);
process.stdout.write(printMeasured(measured));
process.exitCode = unread ? 2 : limitsHold(measured) ? 0 : 1;
