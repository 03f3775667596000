/** Before this no watched service had a status page: such a number is no time. */
const EARLIEST = Date.UTC(2010, 0, 1);
const CLOCKS_DIFFER_MS = 5 * 60_000;

/** A date without a zone would be read in the zone of this machine. */
const WITH_ZONE = /(?:Z|[+-]\d{2}:?\d{2}|\b(?:UTC|GMT|UT|[ECMP][SD]T))\s*$/i;

const millisOf = (value: unknown): number => {
  if (typeof value === 'number') return value < 1e11 ? value * 1000 : value;
  if (typeof value !== 'string') return Number.NaN;
  const text = value.trim();
  if (/^\d{9,13}$/.test(text)) return millisOf(Number(text));
  return WITH_ZONE.test(text) ? Date.parse(text) : Number.NaN;
};

/**
 * The moment that a source names, in milliseconds since 1970: a number or text of seconds or milliseconds since 1970, or
 * a date that names its zone (ISO 8601, RFC 2822). Null for anything else and for what cannot be: before 2010, or after
 * `now` by more than clocks differ.
 */
export const readTime = (value: unknown, now: number): number | null => {
  const millis = Math.floor(millisOf(value));
  return millis >= EARLIEST && millis <= now + CLOCKS_DIFFER_MS ? millis : null;
};
