import { observeMinute } from '../../../feed/crowd/observe-minute.ts';
import type { CrowdReading } from '../../../feed/crowd/crowd-reading.ts';
import type { CrowdSettings } from '../../../feed/crowd/crowd-settings.ts';
import type { CrowdState } from '../../../feed/crowd/crowd-state.ts';
import { decideEntry } from '../../../feed/status/decide-entry.ts';
import type { EvidenceOfStatus } from '../../../feed/status/evidence-of-status.ts';
import type { FeedEntry } from '../../../lib/model/feed.ts';
import { DELAY, type World } from './world.ts';

export const SETTINGS: CrowdSettings = { rate: 1, presenceRate: 0.01, maxDelaySeconds: DELAY.longest };

/** The front door answers, and no official page says a word: as on 5 March 2024 in its first minutes. */
const NOBODY_ELSE_SAYS: Omit<EvidenceOfStatus, 'crowd'> = { official: null, probes: { ok: 5, failed: 0 } };

export interface Look {
  /** The end of the minute, when the server looks (ms since 1970). */
  readonly at: number;
  readonly reading: CrowdReading;
  readonly entry: FeedEntry;
}

/** The server's minute in a simulated world. */
export interface Server {
  readonly state: CrowdState | null;
  /** Lets a minute pass and looks at its end. */
  minute(at: number, others?: Omit<EvidenceOfStatus, 'crowd'>): Look;
  /** Lets five minutes pass and looks once, at their end: enough to learn what is usual, too seldom for an alarm of two minutes in a row. */
  bucket(at: number): Look;
}

const MINUTE = 60_000;
/** A look at the very end of a minute still sees the buckets of that minute. */
const JUST_BEFORE = 1;

export const createServer = (
  world: World,
  start: CrowdState | null,
  settings: CrowdSettings = SETTINGS,
): Server => {
  let state = start;
  let before: FeedEntry | null = null;
  const look = (minute: number, others = NOBODY_ELSE_SAYS): Look => {
    const counts = world.pass(minute);
    const at = minute + MINUTE - JUST_BEFORE;
    const seen = observeMinute(state, counts, at, settings);
    state = seen.state;
    before = decideEntry({ ...others, crowd: seen.reading }, before, at);
    return { at, reading: seen.reading, entry: before };
  };
  return {
    get state() {
      return state;
    },
    minute: look,
    bucket(at) {
      for (let minute = 0; minute < 4; minute += 1) world.pass(at + minute * MINUTE);
      return look(at + 4 * MINUTE);
    },
  };
};
