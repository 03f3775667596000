import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a step came to: how many checks passed and failed. */
export interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

const exitCode = (command: string, args: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });

const timed = async (
  name: string,
  run: () => Promise<Omit<Outcome, 'name' | 'seconds'>>,
): Promise<Outcome> => {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const counts = await run();
  return { name, ...counts, seconds: (performance.now() - start) / 1000 };
};

/** A command that is one check: it passes when it exits with 0. */
export const check = (name: string, command: string, ...args: string[]): Promise<Outcome> =>
  timed(name, async () => {
    const failed = (await exitCode(command, args)) === 0 ? 0 : 1;
    return { passed: 1 - failed, failed };
  });

/** A run of the test runner, counted test by test; a run that dies or finds no test is one failure. */
export const tests = (name: string, config: string): Promise<Outcome> =>
  timed(name, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'oh-tests-'));
    const report = join(folder, 'report.json');
    const args = [
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report}`,
    ];
    const code = await exitCode('vitest', args);
    const counts = await readCounts(report);
    await rm(folder, { recursive: true, force: true });
    if (!counts || counts.passed === 0) return { passed: 0, failed: 1 };
    // A file that could not even be loaded fails the run without a failed test.
    return { ...counts, failed: counts.failed === 0 && code !== 0 ? 1 : counts.failed };
  });

const readCounts = async (report: string): Promise<{ passed: number; failed: number } | null> => {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(await readFile(report, 'utf8'));
    // Nothing may be skipped: a skipped test counts as failed.
    return { passed: Number(numPassedTests), failed: Number(numFailedTests) + Number(numPendingTests) };
  } catch {
    return null;
  }
};
