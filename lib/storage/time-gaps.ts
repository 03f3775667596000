import type { Span } from './stores.ts';

/** A stretch of time in milliseconds since 1970, both ends excluded. */
export interface Gap {
  readonly after: number;
  readonly before: number;
}

/**
 * The times earlier than `before` that lie in none of the spans, as gaps, oldest first. Spans may overlap and come in
 * any order; one whose ends are reversed counts as empty.
 */
export const gapsBetween = (spans: readonly Span[], before: number): Gap[] => {
  const gaps: Gap[] = [];
  let reached = -Infinity;
  for (const span of spans.filter(({ from, to }) => from <= to).sort((a, b) => a.from - b.from)) {
    if (span.from >= before) break;
    if (span.from > reached) gaps.push({ after: reached, before: span.from });
    reached = Math.max(reached, span.to);
  }
  if (reached < before) gaps.push({ after: reached, before });
  return gaps;
};
