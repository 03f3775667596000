/** Text as marks are written: lower case, straight apostrophes, single ordinary spaces, no invisible characters. */
export const normalise = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
