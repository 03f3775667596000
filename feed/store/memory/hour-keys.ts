import type { RandomBytes } from '../count-store.ts';

/** Bytes of a key: as many as the hash has. */
export const KEY_BYTES = 32;

/** The number of an hour since 1970. `now` in ms. */
export const hourOf = (now: number): number => Math.floor(now / 3_600_000);

/** A random key for each hour, in memory only. Of all hours asked for the two latest are kept; the rest is gone for good. */
export const createHourKeys = (random: RandomBytes) => {
  const keys = new Map<number, Uint8Array>();
  return (now: number): Uint8Array => {
    const hour = hourOf(now);
    const key = keys.get(hour) ?? random(KEY_BYTES);
    keys.set(hour, key);
    const latest = [...keys.keys()].sort((one, other) => other - one);
    for (const past of latest.slice(2)) keys.delete(past);
    return key;
  };
};
