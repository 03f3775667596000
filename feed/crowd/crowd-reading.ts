import type { Symptom } from '../../lib/model/feed.ts';

/** What the reports of one service say at a moment. */
export interface CrowdReading {
  readonly level: 'none' | 'raised' | 'high';
  /** The reports come from many networks or several regions, not from a few blocks. */
  readonly spread: boolean;
  /** Since when the level is above `none`, in milliseconds since 1970. */
  readonly since: number | null;
  /** Share of the reporters who show each symptom, 0 to 1; a symptom that cannot be told is absent. */
  readonly symptoms: Readonly<Partial<Record<Symptom, number>>>;
  /** Distinct networks with a complaint in the window after the cap on blocks, and how many are usual. */
  readonly networks: number;
  readonly expected: number;
  /** Reports in the window. */
  readonly count: number;
  /** The share of signed-in people who complain, where presence is known; 0 to 1. */
  readonly rate: number | null;
  readonly scope: 'global' | 'regional' | 'unknown';
  /** Networks in the last 36 ten-minute windows, oldest first. */
  readonly curve: readonly number[];
}
