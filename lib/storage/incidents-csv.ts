import { currentVerdict, type Incident } from '../model/incident.ts';
import { toMillis } from '../model/timestamp.ts';

const COLUMNS = [
  'id',
  'service',
  'opened_at',
  'closed_at',
  'closed_by',
  'duration_seconds',
  'cause',
  'certainty',
  'alarm',
  'verdicts',
  'note',
] as const;

/** A spreadsheet runs a cell that starts like this as a formula; an apostrophe in front keeps it text. */
const FORMULA = /^[=+\-@\t\r]/;

const cell = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const row = (incident: Incident): string => {
  const { verdict } = currentVerdict(incident);
  const { openedAt, closedAt } = incident;
  const seconds = closedAt === null ? null : (toMillis(closedAt) - toMillis(openedAt)) / 1000;
  const values: Record<(typeof COLUMNS)[number], string | number | null> = {
    id: incident.id,
    service: incident.service,
    opened_at: openedAt,
    closed_at: closedAt,
    closed_by: incident.closedBy,
    duration_seconds: seconds,
    cause: verdict.cause,
    certainty: verdict.certainty,
    alarm: verdict.alarm,
    verdicts: incident.verdicts.length,
    note: incident.note,
  };
  return COLUMNS.map((column) => cell(values[column])).join(',');
};

/**
 * Incidents as CSV after RFC 4180 (a header, lines end with CRLF), in the order given. It starts with a byte order
 * mark, without which spreadsheets read accents wrongly. The verdict is the one that stands.
 */
export const incidentsCsv = (incidents: readonly Incident[]): string =>
  `\uFEFF${[COLUMNS.join(','), ...incidents.map(row)].map((line) => `${line}\r\n`).join('')}`;
