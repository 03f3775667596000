/** Counts are published only from so many distinct networks up: fewer could be a family, an office, a person. */
export const FEWEST_PUBLISHED = 20;

/** A count as it may be published: 0 below twenty, else rounded down to two digits, and to tens below a hundred. */
export const roundedDown = (count: number): number => {
  if (!(count >= FEWEST_PUBLISHED)) return 0;
  const step = Math.max(10, 10 ** (Math.floor(Math.log10(count)) - 1));
  return Math.floor(count / step) * step;
};

export const toTenths = (value: number): number => Math.round(value * 10) / 10;
export const toHundredths = (value: number): number => Math.round(value * 100) / 100;
