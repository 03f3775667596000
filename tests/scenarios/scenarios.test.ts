import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../../lib/diagnosis/index.ts';
import { EVIDENCE_KINDS } from '../../lib/model/evidence.ts';
import { readRecord } from '../../lib/model/read-record.ts';
import type { ObservationRecord } from '../../lib/model/record.ts';
import { toMillis } from '../../lib/model/timestamp.ts';
import { replayRecord } from '../../scripts/replay/replay-record.ts';
import { measure } from '../../scripts/scenarios/measure.ts';
import { printMeasured } from '../../scripts/scenarios/print-measured.ts';

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));
const recordOf = (file: string): ObservationRecord => {
  const reading = readRecord(JSON.parse(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')));
  if (!reading.ok) throw new Error(`${file}: ${reading.path}: ${reading.expected}`);
  return reading.record;
};
const scenarios = files.map((file) => ({ file, record: recordOf(file) }));

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

describe('the scenarios through the engine', () => {
  it.each(scenarios)('$file: says at each expected moment what the replay says', ({ file, record }) => {
    const lines = [...replayRecord(file, record)];
    for (const [index, expected] of (record.expect ?? []).entries()) {
      if (!('at' in expected)) continue;
      const open = assess(record.observations, toMillis(expected.at)).find(
        ({ service, closedAt }) => service === expected.service && closedAt === null,
      );
      const line = lines.find((one) => 'expectation' in one && one.expectation === index);
      expect(line).toMatchObject({
        cause: open?.current?.cause ?? null,
        certainty: open?.current?.certainty ?? null,
        alarm: open?.current?.alarm ?? 'none',
        met: true,
      });
    }
  });

  it('between them show every kind of evidence', () => {
    const shown = new Set(
      scenarios.flatMap(({ file, record }) =>
        [...replayRecord(file, record)].flatMap((line) =>
          'reasons' in line ? line.reasons.map(({ evidence }) => evidence) : [],
        ),
      ),
    );
    expect(EVIDENCE_KINDS.filter((kind) => !shown.has(kind))).toEqual([]);
  });
});

describe('the limits on the scenarios', () => {
  const measured = measure(scenarios);

  it('hold, and the confusion matrix is printed', () => {
    process.stdout.write(`\n${printMeasured(measured)}\n`);
    expect(measured.moments).toBeGreaterThan(300);
    expect(measured.missed.length / measured.moments).toBeLessThanOrEqual(0.02);
    expect(measured.falseReassurances).toEqual([]);
    expect(measured.falseAlarms).toEqual([]);
  });

  it('know a verdict better than unclear within the first three observations in most outages', () => {
    const named = measured.outages.filter((one) => one.named);
    expect(measured.outages.length).toBeGreaterThan(40);
    expect(named.length / measured.outages.length).toBeGreaterThanOrEqual(0.8);
  });
});
