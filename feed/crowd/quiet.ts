import type { Alarm } from './crowd-state.ts';

/** No alarm. */
export const QUIET: Alarm = { level: 'none', since: null, spread: false, raised: 0, high: 0, calm: 0 };
