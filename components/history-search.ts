import type { Decision } from '../lib/model/cause.ts';
import type { ServiceId } from '../lib/model/service-id.ts';
import { headline } from '../lib/text/headline.ts';
import type { HistoryRow } from './history-row.ts';
import type { Speech } from './speech.tsx';

/** What the person looks for. Dates are days as a date field writes them (`2024-03-05`), in local time. */
export interface HistoryFilter {
  readonly service: ServiceId | '';
  readonly cause: Decision | '';
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

export const EVERYTHING: HistoryFilter = { service: '', cause: '', text: '', from: '', to: '' };

const ACCENTS = /\p{Diacritic}/gu;
/** The hyphen that does not break a line; keyboards write the plain one. */
const HYPHENS = /\u2011/g;
const fold = (text: string): string =>
  text.normalize('NFD').replace(ACCENTS, '').replace(HYPHENS, '-').toLowerCase();

/** The first and last moment of the days, in ms since 1970; open where no day is given or it is no day. */
const span = ({ from, to }: HistoryFilter): readonly [number, number] => {
  const start = Date.parse(`${from}T00:00:00`);
  const end = Date.parse(`${to}T23:59:59.999`);
  return [Number.isNaN(start) ? -Infinity : start, Number.isNaN(end) ? Infinity : end];
};

/**
 * Makes the search over these rows: every word must occur in what the list shows of a row (service, cause, headline)
 * or in its note; case and accents do not matter. The words are joined once, at the first search with a text.
 */
export const historySearch = (
  rows: readonly HistoryRow[],
  { texts, nameOf }: Pick<Speech, 'texts' | 'nameOf'>,
): ((filter: HistoryFilter) => readonly HistoryRow[]) => {
  let words: readonly string[] | null = null;
  const spoken = (row: HistoryRow): string => {
    const service = nameOf(row.service);
    return fold(`${service} ${texts.t(`cause.${row.cause}`)} ${headline(texts, row, service)} ${row.note}`);
  };
  return (filter) => {
    const [from, to] = span(filter);
    const wanted = fold(filter.text).split(/\s+/).filter(Boolean);
    if (wanted.length > 0) words ??= rows.map(spoken);
    return rows.filter(
      (row, index) =>
        (filter.service === '' || row.service === filter.service) &&
        (filter.cause === '' || row.cause === filter.cause) &&
        row.openedAt >= from &&
        row.openedAt <= to &&
        wanted.every((word) => words?.[index]?.includes(word)),
    );
  };
};
