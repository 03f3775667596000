import { CAUSES } from '../../lib/model/cause.ts';
import type { Limit } from './limits.ts';
import { calibrationError } from './tally/calibration.ts';
import type { Tally } from './tally/tally.ts';
import { TRUTH_KINDS } from './truth/kinds.ts';

type Row = readonly string[];

const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

/** A table in Markdown, aligned, which is as readable on a terminal. The first column is words, the others numbers. */
export const drawTable = (head: Row, rows: readonly Row[]): string => {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: Row): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), line(rule), ...rows.map(line)].join('\n');
};

/** The table per cause. */
export const causeTable = (tally: Tally): string =>
  drawTable(
    [
      'what is true',
      'cases',
      'precision',
      'recall',
      'rightly unclear',
      'false reassurance',
      'false alarm',
      'calibration error',
    ],
    CAUSES.map((cause) => {
      const counts = tally.causes[cause];
      const said = tally.said[cause];
      if (!counts) return [cause, '0', '–', '–', '–', '–', '–', '–'];
      const counted = counts.cases - counts.traceless - counts.uncounted;
      return [
        cause,
        String(counts.cases),
        share(said?.true ?? 0, said?.times ?? 0),
        share(counts.right, counted),
        share(counts.rightlyUnclear, counted),
        String(counts.silenced + counts.calmed),
        String(counts.falseAlarms),
        calibrationError(tally.each[cause] ?? []).toFixed(4),
      ];
    }),
  );

/** The table per kind of truth. */
export const kindTable = (tally: Tally): string =>
  drawTable(
    [
      'what is going on',
      'cases',
      'right',
      'rightly unclear',
      'counted',
      'traceless',
      'false reassurance',
      'false alarm',
      'named within 3',
    ],
    TRUTH_KINDS.flatMap((kind): Row[] => {
      const counts = tally.kinds[kind];
      if (!counts) return [];
      const counted = counts.cases - counts.traceless - counts.uncounted;
      return [
        [
          kind,
          String(counts.cases),
          share(counts.right, counted),
          share(counts.rightlyUnclear, counted),
          String(counted),
          counts.traceless === 0 ? '' : String(counts.traceless),
          String(counts.silenced + counts.calmed),
          String(counts.falseAlarms),
          counts.outages === 0 ? '' : share(counts.namedSoon, counts.outages),
        ],
      ];
    }),
  );

export const limitTable = (limits: readonly Limit[]): string =>
  drawTable(
    ['limit', 'measured', 'allowed', ''],
    limits.map(({ what, measured, allowed, kept }) => [
      what,
      measured,
      allowed,
      kept === null ? '' : kept ? 'kept' : 'MISSED',
    ]),
  );

/** What goes wrong, the gravest first, then the commonest, with the numbers of cases to look at. */
export const missList = (tally: Tally, most: number): string =>
  Object.entries(tally.misses)
    .sort(([a, x], [b, y]) => Number(b.includes('FALSE')) - Number(a.includes('FALSE')) || y.count - x.count)
    .slice(0, most)
    .map(([line, { count, numbers }]) => `${String(count).padStart(6)}  ${line}   e.g. ${numbers.join(' ')}`)
    .join('\n');
