import { ALARMS, DECISIONS } from '../../lib/model/cause.ts';
import { NO_INCIDENT, type Confusion } from './confusion.ts';
import type { Measured } from './measure.ts';

const percent = (part: number, whole: number): string =>
  `${whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)} %`;

/** A table of counts: a row for what was expected, a column for what was said; "." for never. */
const table = (title: string, words: readonly string[], confusion: Confusion): string[] => {
  const used = words.filter(
    (word) => confusion.has(word) || [...confusion.values()].some((cells) => cells.has(word)),
  );
  const first = Math.max(title.length, ...used.map((word) => word.length));
  const row = (name: string, cells: readonly string[]): string =>
    [name.padEnd(first), ...cells.map((cell, i) => cell.padStart((used[i] ?? '').length))]
      .join('  ')
      .trimEnd();
  return [
    row(title, used),
    ...used.map((expected) =>
      row(
        expected,
        used.map((said) => String(confusion.get(expected)?.get(said) ?? '.')),
      ),
    ),
  ];
};

const list = (title: string, places: readonly string[]): string[] =>
  places.length === 0 ? [] : [title, ...places.map((place) => `  ${place}`)];

/** The measurement as text: both matrices, the figures that have a limit, and the place of each mistake. */
export const printMeasured = (measured: Measured): string => {
  const { causes, alarms, moments, missed, outages, falseAlarms, falseReassurances } = measured;
  const named = outages.filter((one) => one.named).length;
  return [
    ...table('expected \\ said', [...DECISIONS, NO_INCIDENT], causes),
    '',
    ...table('alarm', ALARMS, alarms),
    '',
    `${measured.scenarios} scenarios, ${moments} expected moments`,
    `right                              ${percent(moments - missed.length, moments)} (at least 98 %)`,
    `false reassurances                 ${falseReassurances.length} (none)`,
    `false alarms                       ${falseAlarms.length} (none)`,
    `outages named in 3 observations    ${percent(named, outages.length)} of ${outages.length} (at least 80 %)`,
    ...list('not as expected:', missed),
    ...list('false reassurances:', falseReassurances),
    ...list('false alarms:', falseAlarms),
    ...list(
      'outages named late:',
      outages.filter((one) => !one.named).map(({ place }) => place),
    ),
    '',
  ].join('\n');
};
