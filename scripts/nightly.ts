/**
 * What takes too long for every change: `npm run nightly [-- properties | fuzz | mutants]`. First all property tests with
 * `PROPERTY_RUNS` logs each (10,000 unless it says otherwise), then `FUZZ_RUNS` fuzzed files (1,000,000) against the
 * feed's client, then the mutants. Prints a table of each and exits with 1 when a property fails, a file ends otherwise
 * than it must, or the score is under the limit of `stryker.config.js`.
 */
import { runFuzz } from './nightly/run-fuzz.ts';
import { runMutants } from './nightly/run-mutants.ts';
import { runProperties } from './nightly/run-properties.ts';

const PARTS: Readonly<Record<string, () => Promise<boolean>>> = {
  properties: () => runProperties(Number(process.env['PROPERTY_RUNS'] ?? 10_000)),
  fuzz: () =>
    runFuzz(Number(process.env['FUZZ_RUNS'] ?? 1_000_000), Number(process.env['FUZZ_SEED'] ?? 20261124)),
  mutants: runMutants,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(
    `No part is called ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}; without a name all run.`,
  );
  process.exit(2);
}

let good = true;
for (const [name, run] of Object.entries(PARTS))
  if (wanted.length === 0 || wanted.includes(name)) good = (await run()) && good;
process.exitCode = good ? 0 : 1;
