export interface ValveOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A number in [0, 1): the coin. */
  readonly random: () => number;
  /** `reporting.rate` as the feed publishes it, 0 to 1; at 0 nothing is admitted. */
  readonly rate: () => number;
  /** Reports a second that are looked at whatever the rate. */
  readonly capacity: number;
}

/**
 * Decides by a coin, before anything is parsed, whether a report is looked at. Up to `capacity` a second all are (clients
 * have already sampled themselves by the published rate). Beyond, so many are kept that about `capacity` remain, and no
 * more than the published rate: whoever does not obey it is thinned out here. The coin knows nothing of the report, so
 * that the shares among the kept ones stay true.
 */
export const createOverloadValve = ({ now, random, rate, capacity }: ValveOptions) => {
  let second = Number.NaN;
  let arrived = 0;
  let before = 0;
  return {
    admits(): boolean {
      const at = Math.floor(now() / 1000);
      if (at !== second) {
        before = at === second + 1 ? arrived : 0;
        [second, arrived] = [at, 0];
      }
      arrived += 1;
      const published = rate();
      if (!(published > 0)) return false;
      const arriving = Math.max(before, arrived);
      return arriving <= capacity || random() < Math.min(published, capacity / arriving);
    },
  };
};
