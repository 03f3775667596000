import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readScenarios } from './read-scenarios.ts';

const scenarios = readScenarios();
const files = scenarios.map(({ file }) => file);

type Printed = Record<string, unknown> & { met?: boolean; expectation?: number; file: string };
const run = spawnSync(
  process.execPath,
  ['scripts/replay.ts', ...files.map((file) => `tests/scenarios/${file}`)],
  { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);
const printed = run.stdout
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Printed);

describe('the scenarios through the replay command', () => {
  it('are all met: exit status 0 and nothing on standard error', () => {
    expect(run.stderr).toBe('');
    expect(printed.filter(({ met }) => met === false)).toEqual([]);
    expect(run.status).toBe(0);
  });

  it.each(scenarios)('$file: one line for each expectation', ({ file, record }) => {
    const own = printed.filter((line) => line.file === `tests/scenarios/${file}` && 'expectation' in line);
    const numbers = own.map(({ expectation }) => expectation).sort((a, b) => Number(a) - Number(b));
    expect(numbers).toEqual([...(record.expect ?? []).keys()]);
  });
});
