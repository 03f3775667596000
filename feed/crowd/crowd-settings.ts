import type { FeedPayload } from '../../lib/model/feed.ts';

/** What clients were told about reporting, as the signed feed says it: shares 0 to 1, and seconds. */
export type CrowdSettings = FeedPayload['reporting'];

/** A rate too small to divide by is off: nothing arrives. */
export const isOn = (rate: number): boolean => rate >= 1e-6;
