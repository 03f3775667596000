/** So many reports a second tell all there is to know; detection needs under a thousand in all. */
export const WANTED_PER_SECOND = 500;
const LOWEST = 0.001;

const rounded = (rate: number): number => Number(rate.toPrecision(2));

/**
 * The share of reports that clients are to send. `received` is how many came in a second, `inForce` the share that those
 * clients went by: what they would send without a valve is the one over the other. Not known how many: as it was.
 */
export const nextRate = (received: number | null, inForce: number): number => {
  if (received === null) return inForce;
  const offered = received / Math.max(inForce, LOWEST);
  if (offered <= WANTED_PER_SECOND) return 1;
  return rounded(Math.max(LOWEST, WANTED_PER_SECOND / offered));
};

/** Clients read a feed every five minutes and wait up to three more: they go by a rate that is so old, in milliseconds. */
const LAG = 5 * 60_000;

/** Remembers which rate was in force when those who report now last read the feed. `before` is what was published before. */
export const createValve = (before: () => number) => {
  let past: { readonly at: number; readonly rate: number }[] = [];
  return {
    /** The rate to publish at `at` (milliseconds since 1970) for so many received reports a second. */
    rate(received: number | null, at: number): number {
      if (past.length === 0) past = [{ at: -Infinity, rate: before() }];
      const older = past.filter((one) => one.at <= at - LAG);
      const rate = nextRate(received, older.at(-1)?.rate ?? 1);
      past = [...older.slice(-1), ...past.filter((one) => one.at > at - LAG && one.at < at), { at, rate }];
      return rate;
    },
  };
};
