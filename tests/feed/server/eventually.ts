import { expect } from 'vitest';

/** Asks again and again until there is something, for ten seconds at most. */
export const eventually = async <Value>(ask: () => Promise<Value | null> | Value | null): Promise<Value> => {
  let found: Value | null = null;
  await expect
    .poll(
      async () => {
        found = await ask();
        return found !== null;
      },
      { interval: 25, timeout: 10_000 },
    )
    .toBe(true);
  return found as Value;
};
