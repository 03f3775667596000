import type { Alarm } from './crowd-state.ts';
import { QUIET } from './quiet.ts';
import {
  CALM_ABOVE,
  CALM_MINUTES,
  FEWEST_NETWORKS,
  HIGH_BELOW,
  LEAP,
  MINUTES_IN_A_ROW,
  RAISED_BELOW,
  RAMP_FROM,
} from './numbers.ts';
import type { Oddness } from './oddness.ts';

export interface Minute {
  /** ms since 1970 */
  readonly at: number;
  readonly oddness: Oddness;
  /** The window's networks are many or in several regions. */
  readonly spread: boolean;
  /** Networks in the window, and the sum for slow ramps. */
  readonly networks: number;
  readonly cusum: number;
}

const run = (length: number, goesOn: boolean, longest: number): number =>
  goesOn ? Math.min(longest, length + 1) : 0;

/** The alarm after one more minute that follows on the last one. A level stands until it is over; it only rises before. */
export const judgeAlarm = (
  before: Alarm,
  { at, oddness, spread: isSpread, networks, cusum }: Minute,
): Alarm => {
  const raised = run(before.raised, oddness.counted < RAISED_BELOW, MINUTES_IN_A_ROW);
  const high = run(before.high, oddness.counted < HIGH_BELOW, MINUTES_IN_A_ROW);
  const calm = run(before.calm, oddness.any > CALM_ABOVE, CALM_MINUTES);
  // A high alarm ends with the tail; the sum lags behind by an hour. A raised one may stand on the sum alone.
  const ramps = before.level === 'raised' && cusum >= RAMP_FROM - LEAP;
  if (before.level !== 'none' && calm >= CALM_MINUTES && !ramps) return { ...QUIET, calm };
  const ramp = cusum >= RAMP_FROM && networks >= FEWEST_NETWORKS;
  // Once spread, spread until it is over: the status must not flap with every window.
  const runs = { raised, high, calm, spread: before.spread || isSpread };
  if (high >= MINUTES_IN_A_ROW || before.level === 'high')
    return { ...runs, level: 'high', since: before.since ?? at - (MINUTES_IN_A_ROW - 1) * 60_000 };
  if (raised >= MINUTES_IN_A_ROW)
    return { ...runs, level: 'raised', since: before.since ?? at - (MINUTES_IN_A_ROW - 1) * 60_000 };
  if (ramp || before.level === 'raised') return { ...runs, level: 'raised', since: before.since ?? at };
  return { ...runs, level: 'none', since: null, spread: false };
};
