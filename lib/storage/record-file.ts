import type { Observation } from '../model/observation.ts';
import { record, type ObservationRecord } from '../model/record.ts';
import { toMillis } from '../model/timestamp.ts';
import { z } from '../model/zod.ts';

/** A diagnostic record as JSON text, one observation a line, oldest first; it reads back with `parseRecord`. */
export const recordText = (title: string, observations: readonly Observation[]): string => {
  const sorted = [...observations].sort((a, b) => toMillis(a.at) - toMillis(b.at));
  const lines = sorted.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  return [
    '{',
    '  "format": "outage-or-hacked/record@1",',
    `  "title": ${JSON.stringify(title)},`,
    lines ? `  "observations": [\n${lines}\n  ]` : '  "observations": []',
    '}',
    '',
  ].join('\n');
};

export type ParsedRecord =
  | { readonly ok: true; readonly record: ObservationRecord }
  | { readonly ok: false; readonly path: string; readonly expected: string };

/** Reads the text of a record file. A misfit says where in the file it is and what was expected there. */
export const parseRecord = (text: string): ParsedRecord => {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { ok: false, path: '', expected: 'expected JSON' };
  }
  const parsed = z.safeParse(record, content);
  if (parsed.success) return { ok: true, record: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, path: issue?.path.join('.') ?? '', expected: issue?.message ?? 'expected a record' };
};
