import type { Random } from '../random.ts';
import type { Fault } from './fault.ts';
import { HOUR, MINUTE } from './start.ts';

/**
 * When an outage began that the person meets at `meets` (ms), and how long it lasts. Most people meet it in its first
 * half hour, when sessions end and pages fail (the crowd's peak came 9 to 35 min after the start on 2026-06-12 and
 * 2024-03-05); some come later. It lasts 2–3 h (2024, 2026), 1–8 h (the others of the facts).
 */
export const drawSpan = (
  random: Random,
  meets: number,
  hours: readonly [number, number],
): Pick<Fault, 'start' | 'full' | 'easing' | 'end'> => {
  const lasts = random.between(...hours) * HOUR;
  const late = random.chance(0.7)
    ? random.between(0.5, 30) * MINUTE
    : random.between(30 * MINUTE, Math.max(31 * MINUTE, lasts * 0.8));
  const start = Math.floor(meets - late);
  const ramp = random.between(1, 15) * MINUTE;
  const easing = start + Math.max(ramp + MINUTE, lasts * random.between(0.7, 0.95));
  return { start, full: start + ramp, easing, end: Math.max(easing + MINUTE, start + lasts) };
};

/** Official word comes 15–70 min late (17 on 2024-03-05, 45 on 2026-06-12, 72 on 2024-12-11) or never (2026-03-03, X 2022). */
export const drawOfficial = (random: Random, never: number): number | null =>
  random.chance(never) ? null : random.between(15, 70) * MINUTE;

/** A share near `centre`, at most `spread` away from it, within 0 and 1. */
export const near = (random: Random, centre: number, spread: number): number =>
  Math.min(1, Math.max(0, centre + random.between(-spread, spread)));
