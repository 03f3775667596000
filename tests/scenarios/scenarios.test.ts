import { describe, expect, it } from 'vitest';
import { assess } from '../../lib/diagnosis/index.ts';
import { EVIDENCE_KINDS } from '../../lib/model/evidence.ts';
import { toMillis } from '../../lib/model/timestamp.ts';
import { replayRecord } from '../../scripts/replay/replay-record.ts';
import { measure } from '../../scripts/scenarios/measure.ts';
import { printMeasured } from '../../scripts/scenarios/print-measured.ts';
import { readScenarios } from './read-scenarios.ts';

const scenarios = readScenarios();

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
  it('hold, and the confusion matrix is printed', () => {
    const measured = measure(scenarios);
    process.stdout.write(`\n${printMeasured(measured)}\n`);
    expect(measured.moments).toBeGreaterThan(300);
    expect(measured.missed.length / measured.moments).toBeLessThanOrEqual(0.02);
    expect(measured.falseReassurances).toEqual([]);
    expect(measured.falseAlarms).toEqual([]);
  });

  it('know a verdict better than unclear within the first three observations in most outages', () => {
    const { outages } = measure(scenarios);
    const named = outages.filter((one) => one.named);
    expect(outages.length).toBeGreaterThan(40);
    expect(named.length / outages.length).toBeGreaterThanOrEqual(0.8);
  });
});
