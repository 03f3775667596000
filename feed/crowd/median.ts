/** Makes the median distance of normal chance its standard deviation: 1/Φ⁻¹(3/4). */
const NORMAL = 1.4826;

/** The middle of some numbers; null of none. */
export const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((one, other) => one - other);
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
};

/** The standard deviation as the median of the distances from the median shows it (MAD): half of the numbers may lie. */
export const spread = (values: readonly number[]): number => {
  const middle = median(values);
  if (middle === null) return 0;
  return NORMAL * (median(values.map((value) => Math.abs(value - middle))) ?? 0);
};
