import { report, REPORT_SIZE_LIMIT, type Report } from '../../lib/model/report.ts';
import { z } from '../../lib/model/zod.ts';

export type ReadReport = (body: Uint8Array) => Report | 'too-large' | 'malformed';

/** Honest reports of 20 minutes know 196 texts (7 services, 7 kinds, 4 buckets). */
const REMEMBERED = 512;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Reads reports: at most 256 bytes of JSON that fit the schema to the letter. Texts that were good before are
 * remembered, since in a storm everybody sends the same few; what is remembered is bounded and names nobody. Never throws.
 */
export const createReportReader = (): ReadReport => {
  const known = new Map<string, Report>();
  return (body) => {
    if (body.byteLength > REPORT_SIZE_LIMIT) return 'too-large';
    const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
    const before = known.get(text);
    if (before) return before;
    const parsed = z.safeParse(report, parse(text));
    if (!parsed.success) return 'malformed';
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, parsed.data);
    return parsed.data;
  };
};
