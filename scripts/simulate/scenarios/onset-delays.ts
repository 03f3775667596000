import type { Random } from '../../calibrate/random.ts';
import type { Happening } from '../world/happening.ts';
import { MONDAY, WEEK, type Learned } from '../world/learned.ts';
import type { Person } from '../world/population.ts';
import { firstTrouble, play } from './play.ts';

/** How long it took until the feed said so, in seconds; null where it did not within the time watched. */
export interface Delays {
  readonly people: number;
  readonly onsets: number;
  readonly detected: number;
  /** From the eighth report received, and from the onset itself. */
  readonly fromEighth: { readonly median: number | null; readonly worst: number | null };
  readonly fromOnset: { readonly median: number | null; readonly worst: number | null };
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const WATCHED_MINUTES = 45;

const quantile = (values: readonly number[], share: number): number | null =>
  values.toSorted((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(share * values.length))
  ] ?? null;

const summed = (values: readonly number[]) => ({ median: quantile(values, 0.5), worst: quantile(values, 1) });

/**
 * Onsets at all hours of a day and at odd seconds, so that they begin anywhere within a bucket and a minute. What is not detected
 * counts in `detected` alone. `weeksLater` than the Monday at which the plain learning ends.
 */
export const onsetDelays = (
  learned: Learned,
  onsets: number,
  what: (scene: { random: Random; people: readonly Person[]; at: number }) => Happening,
  weeksLater = 0,
): Delays => {
  const [fromEighth, fromOnset]: [number[], number[]] = [[], []];
  for (let onset = 0; onset < onsets; onset += 1) {
    const at =
      MONDAY +
      weeksLater * WEEK +
      DAY +
      Math.floor((onset * DAY) / onsets) +
      ((onset * 7_919) % 600) * 1000 +
      30 * MINUTE;
    const played = play({
      learned,
      seeds: [learned.people.length, onset],
      at,
      minutes: WATCHED_MINUTES,
      what: (scene) => [what(scene)],
    });
    const trouble = firstTrouble(played);
    if (trouble === null || played.eighth === null) continue;
    fromEighth.push((trouble.at - played.eighth) / 1000);
    fromOnset.push((trouble.at - at) / 1000);
  }
  return {
    people: learned.people.length,
    onsets,
    detected: fromOnset.length,
    fromEighth: summed(fromEighth),
    fromOnset: summed(fromOnset),
  };
};
