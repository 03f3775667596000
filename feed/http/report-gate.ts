/** Why a report was let go of before anybody read it. */
export const GATE_REASONS = ['wrong-type', 'too-long', 'web-page'] as const;
export type GateReason = (typeof GATE_REASONS)[number];

const EXTENSION = /^(?:chrome|moz|safari-web)-extension:\/\//;
const JSON_TYPE = /^application\/json\s*(?:;|$)/i;

/**
 * Whether the headers let a report in; else why not. A page on the web cannot make its visitors report: their browsers say
 * where the request comes from, and only an extension, or no browser at all, is heard.
 */
export const whyNoReport = (
  type: string | undefined,
  length: string | undefined,
  origin: string | undefined,
  limit: number,
): GateReason | null => {
  if (length !== undefined && Number(length) > limit) return 'too-long';
  if (type === undefined || !JSON_TYPE.test(type)) return 'wrong-type';
  return origin !== undefined && !EXTENSION.test(origin) ? 'web-page' : null;
};
