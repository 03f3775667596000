import type { Table } from './tables.ts';

const widths = ({ heads, rows }: Table): number[] =>
  heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));

const line = (cells: readonly string[], wide: readonly number[]): string =>
  cells
    .map((cell, column) => cell.padEnd(wide[column] ?? 0))
    .join('  ')
    .trimEnd();

/** A table for the terminal. */
export const asText = (table: Table): string => {
  const wide = widths(table);
  const rule = wide.map((width) => '─'.repeat(width));
  return [table.title, '', ...[table.heads, rule, ...table.rows].map((row) => line(row, wide)), ''].join(
    '\n',
  );
};

/** A table for the docs, laid out as the formatter would. */
export const asMarkdown = (table: Table): string => {
  const wide = widths(table).map((width) => Math.max(3, width));
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(wide[column] ?? 0)).join(' | ')} |`;
  const rule = row(wide.map((width) => '-'.repeat(width)));
  return [`**${table.title}**`, '', row(table.heads), rule, ...table.rows.map(row), ''].join('\n');
};

const BEGIN = '<!-- simulate: begin -->';
const END = '<!-- simulate: end -->';

/** Puts what a run found between the markers of a document; null when it has none. */
export const withTables = (document: string, tables: readonly Table[]): string | null => {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) return null;
  return `${document.slice(0, begin + BEGIN.length)}\n\n${tables.map(asMarkdown).join('\n')}\n${document.slice(end)}`;
};
