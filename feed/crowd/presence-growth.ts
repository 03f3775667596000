import type { CrowdState } from './crowd-state.ts';
import {
  BASELINE_WEEKS,
  PRESENCE_EXCUSES,
  PRESENCE_KNOWN,
  PRESENCE_MEMORY,
  PRESENCE_SHRINK,
} from './numbers.ts';

const toThousandths = (value: number): number => Math.round(value * 1000) / 1000;

type Presence = CrowdState['presence'];

/** Takes in the people present in one more window of that week; null where presence is not asked for. */
export const learnPresence = (presence: Presence, week: number, people: number | null): Presence => {
  if (people === null) return presence;
  const late = presence.late === null ? people : presence.late + (people - presence.late) / PRESENCE_MEMORY;
  const [sum, buckets] = presence.weeks.find(([name]) => name === week)?.slice(1) ?? [0, 0];
  const others = presence.weeks.filter(([name]) => name !== week && name >= week - BASELINE_WEEKS);
  return {
    late: toThousandths(late),
    weeks: [...others, [week, toThousandths((sum ?? 0) + people), (buckets ?? 0) + 1]],
  };
};

/**
 * By how many times there are more people now than in that week: at least 1, since fewer people are no reason to see an alarm
 * in what was always there, and at most PRESENCE_EXCUSES. 1 where presence was not known.
 */
export const growthSince = (presence: Presence, week: number): number => {
  const [, sum, buckets] = presence.weeks.find(([name]) => name === week) ?? [week, 0, 0];
  const then = buckets > 0 ? sum / buckets : 0;
  if (presence.late === null || then < PRESENCE_KNOWN) return 1;
  const growth = (presence.late + PRESENCE_SHRINK) / (then + PRESENCE_SHRINK);
  return Math.min(PRESENCE_EXCUSES, Math.max(1, growth));
};
