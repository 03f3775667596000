import { MUTANT_GROUPS } from './scripts/nightly/mutants/groups.ts';

/** Which files are broken: `MUTANTS_OF=crowd npx stryker run`. Without it those of the diagnosis. */
const name = process.env.MUTANTS_OF ?? 'diagnosis';
const group = MUTANT_GROUPS[name];
if (!group) throw new Error(`MUTANTS_OF: expected one of ${Object.keys(MUTANT_GROUPS).join(', ')}`);

// Few cases a property, always the same: each mutant is tried on all of them.
process.env.PROPERTY_RUNS ??= '3';
process.env.PROPERTY_SEED ??= '1';

export default {
  packageManager: 'npm',
  testRunner: 'in-process',
  plugins: ['./scripts/nightly/mutants/test-runner.ts'],
  inProcess: { files: group.tests, without: group.without },
  mutate: group.mutate,
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A mutant that never ends is known by how often it is reached; the clock is only for what is never reached again.
  timeoutMS: 20_000,
  timeoutFactor: 4,
  reporters: ['json', process.stdout.isTTY ? 'progress' : 'progress-append-only'],
  jsonReporter: { fileName: `.mutation/${name}.json` },
  // Everything anew each time: what was found with other tests says nothing of these.
  incremental: false,
  tempDirName: `.mutation/sandbox-${name}`,
  ignorePatterns: ['*', '!lib/**', '!feed/**', '!tests/**', '!scripts/**', '!package.json', '!tsconfig.json'],
  thresholds: { high: 90, low: 85, break: 85 },
  warnings: { slow: false },
};
