/** How much a run of the simulations plays. */
export interface Plan {
  readonly seed: number;
  readonly weeks: number;
  /** Numbers of people who have opted in, for the table of delays, and onsets for each. */
  readonly sizes: readonly number[];
  readonly onsets: number;
  readonly shapeSizes: readonly number[];
  readonly years: readonly { readonly people: number; readonly seeds: number }[];
  readonly days: number;
  readonly growFrom: number;
  readonly floodSizes: readonly number[];
  readonly poisonWeeks: number;
  readonly mixedDays: number;
}

/** All of it: some minutes. */
export const wholePlan = (seed: number): Plan => ({
  seed,
  weeks: 8,
  sizes: [200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000],
  onsets: 24,
  shapeSizes: [1000, 5000, 50_000],
  years: [
    { people: 500, seeds: 2 },
    { people: 5000, seeds: 4 },
    { people: 50_000, seeds: 2 },
  ],
  days: 365,
  growFrom: 6000,
  floodSizes: [1000, 5000, 50_000],
  poisonWeeks: 8,
  mixedDays: 300,
});

/** A taste of each, for the tests: some seconds. */
export const shortPlan = (seed: number): Plan => ({
  seed,
  weeks: 3,
  sizes: [500, 5000],
  onsets: 6,
  shapeSizes: [5000],
  years: [{ people: 5000, seeds: 1 }],
  days: 7,
  growFrom: 300,
  floodSizes: [5000],
  poisonWeeks: 0.5,
  mixedDays: 4,
});
