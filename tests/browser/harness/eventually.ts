import { setTimeout as pause } from 'node:timers/promises';

const STEP = 25;
export const PATIENCE = 15_000;

/**
 * Asks again and again (every 25 ms) until `look` gives something other than null, undefined or false, and gives that
 * back. Fails when `within` milliseconds have passed, saying what was waited for.
 */
export const eventually = async <Found>(
  what: string,
  look: () => Promise<Found | null | undefined | false> | Found | null | undefined | false,
  within = PATIENCE,
): Promise<Found> => {
  const deadline = performance.now() + within;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`waited ${within} ms in vain for ${what}`);
    await pause(STEP);
  }
};

/** Fails unless `look` stays false or empty for the whole of `during` milliseconds. */
export const never = async (what: string, look: () => Promise<unknown>, during: number): Promise<void> => {
  const deadline = performance.now() + during;
  while (performance.now() < deadline) {
    if (await look()) throw new Error(`it was not to happen, but did: ${what}`);
    await pause(STEP);
  }
};
