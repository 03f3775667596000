/** Sequences keep to the Unix time in seconds; one that is three years ahead of it is nobody's honest work. */
const FAR_AHEAD = 100_000_000;

/** Whether an honest publisher may have come to this sequence by `at` (milliseconds since 1970). */
export const isPlausible = (sequence: number, at: number): boolean =>
  sequence <= Math.floor(at / 1000) + FAR_AHEAD;

/**
 * The sequence of the next feed at `at` (milliseconds since 1970): above the one that is published and the one that is
 * remembered, and at least the Unix time in seconds, so that it rises also after both are lost. A new epoch starts anew.
 * Null when there is no higher number left, which only a new epoch can heal.
 */
export const nextSequence = (
  epoch: number,
  published: { readonly epoch: number; readonly sequence: number } | null,
  remembered: number,
  at: number,
): number | null => {
  const sameEpoch = published === null || published.epoch === epoch;
  const last = sameEpoch ? Math.max(published?.sequence ?? 0, remembered) : 0;
  const next = Math.max(last + 1, Math.floor(at / 1000));
  return Number.isSafeInteger(next) ? next : null;
};
