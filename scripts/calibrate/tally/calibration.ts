/** Predictions gathered by how sure they were. Plain data, so that workers can hand it over. */
export interface Bin {
  cases: number;
  /** Sum of the probabilities that were given. */
  said: number;
  /** How many came true. */
  came: number;
}

export const BINS = 15;

export const emptyBins = (): Bin[] => Array.from({ length: BINS }, () => ({ cases: 0, said: 0, came: 0 }));

export const addPrediction = (bins: readonly Bin[], probability: number, came: boolean): void => {
  const bin = bins[Math.min(BINS - 1, Math.floor(probability * BINS))];
  if (!bin) throw new Error(`not a probability: ${probability}`);
  bin.cases += 1;
  bin.said += probability;
  bin.came += came ? 1 : 0;
};

export const addBins = (to: readonly Bin[], from: readonly Bin[]): void =>
  to.forEach((bin, index) => {
    const other = from[index];
    if (!other) return;
    bin.cases += other.cases;
    bin.said += other.said;
    bin.came += other.came;
  });

/** Expected calibration error: how far what was said lies from what came, weighed by how many cases there were. */
export const calibrationError = (bins: readonly Bin[]): number => {
  const cases = bins.reduce((sum, bin) => sum + bin.cases, 0);
  return cases === 0 ? 0 : bins.reduce((sum, bin) => sum + Math.abs(bin.said - bin.came), 0) / cases;
};
