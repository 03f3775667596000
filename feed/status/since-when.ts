import type { FeedEntry, FeedStatus } from '../../lib/model/feed.ts';
import type { EvidenceOfStatus } from './evidence-of-status.ts';

const isTrouble = (status: FeedStatus): boolean => status === 'degraded' || status === 'outage';

/** When the witnesses say that it began, none of them later than now. */
const beginnings = ({ official, crowd }: EvidenceOfStatus, at: number): number[] => {
  const word = official?.status === 'outage' || official?.status === 'degraded' ? official.at : null;
  const crowdSince = crowd !== null && crowd.level !== 'none' ? crowd.since : null;
  return [
    at,
    ...(word === null ? [] : [Date.parse(word)]),
    ...(crowdSince === null ? [] : [crowdSince]),
  ].filter((moment) => moment <= at);
};

/**
 * Since when there is trouble, as ISO 8601; null while there is none or it is unknown. Going from `degraded` to `outage` and back is
 * the same trouble.
 */
export const sinceWhen = (
  status: FeedStatus,
  evidence: EvidenceOfStatus,
  before: FeedEntry | null,
  at: number,
): string | null => {
  if (!isTrouble(status)) return null;
  if (before !== null && isTrouble(before.status) && before.since !== null) return before.since;
  return new Date(Math.min(...beginnings(evidence, at))).toISOString();
};
