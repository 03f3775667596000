/** The elements of a list that fit a schema; those that don't are passed over. */
export const fitting = <Value>(
  list: readonly unknown[],
  parse: (value: unknown) => { success: true; data: Value } | { success: false },
): Value[] =>
  list.flatMap((value) => {
    const parsed = parse(value);
    return parsed.success ? [parsed.data] : [];
  });
