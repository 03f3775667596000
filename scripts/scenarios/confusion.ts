/** How often what was expected (first) was answered with what was said (second). */
export type Confusion = Map<string, Map<string, number>>;

export const NO_INCIDENT = 'no incident';

/** An expectation as a list: one value or several are written alike. */
export const listOf = <Value>(value: Value | readonly Value[]): readonly Value[] =>
  Array.isArray(value) ? (value as readonly Value[]) : [value as Value];

/** Whether this is wanted and nothing else. */
export const isOnly = (wanted: unknown, value: string): boolean =>
  wanted !== undefined && listOf(wanted).every((one) => one === value);

const wordFor = (value: unknown): string => (value === null ? NO_INCIDENT : String(value));

/** Counts one answer. The row is what was said where that is among the right answers, else the first of those. */
export const tally = (confusion: Confusion, wanted: unknown, said: unknown): void => {
  if (wanted === undefined) return;
  const right: readonly unknown[] = listOf<unknown>(wanted);
  const row = wordFor(right.includes(said) ? said : right[0]);
  const cells = confusion.get(row) ?? new Map<string, number>();
  confusion.set(row, cells.set(wordFor(said), (cells.get(wordFor(said)) ?? 0) + 1));
};
