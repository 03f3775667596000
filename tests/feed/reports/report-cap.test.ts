import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createReportCap } from '../../../feed/reports/report-cap.ts';

const nameOf = (network: number): number =>
  Number.parseInt(createHash('sha256').update(`network ${network}`).digest('hex').slice(0, 12), 16);

it('admits three reports of each of 60,000 networks, however they come, and never a fourth', () => {
  const cap = createReportCap();
  const names = Array.from({ length: 60_000 }, (_, network) => nameOf(network));
  const admitted = [0, 0, 0, 0, 0].map(() => names.filter((name) => cap.admits(name)).length);
  expect(admitted.slice(0, 2)).toEqual([60_000, 60_000]);
  // A network that shares all its counters with others may lose a report, none gains one.
  expect(admitted[2]).toBeGreaterThan(59_990);
  expect(admitted.slice(3)).toEqual([0, 0]);
});

it('keeps the cap of a network whatever 300,000 others report after it', () => {
  const cap = createReportCap();
  const greedy = Array.from({ length: 400 }, (_, network) => nameOf(network));
  for (const name of [...greedy, ...greedy, ...greedy]) cap.admits(name);
  for (let other = 1; other <= 300_000; other += 1)
    cap.admits((Math.imul(other, 0x9e3779b1) >>> 0) * 65_536 + (Math.imul(other, 40_503) & 65_535));
  expect(greedy.filter((name) => cap.admits(name))).toEqual([]);
});
