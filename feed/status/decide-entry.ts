import type { FeedEntry } from '../../lib/model/feed.ts';
import { confidenceOf } from './confidence-of.ts';
import type { EvidenceOfStatus } from './evidence-of-status.ts';
import { judgeStatus } from './judge-status.ts';
import { publishedCrowd } from './published-crowd.ts';
import { sinceWhen } from './since-when.ts';
import { standingOf } from './standing.ts';

/**
 * The entry of one service in the feed, from official word, probes and crowd. Pure.
 *
 * @param before the service's entry in the feed before, for `since`; null for the first
 * @param at ms since 1970
 */
export const decideEntry = (evidence: EvidenceOfStatus, before: FeedEntry | null, at: number): FeedEntry => {
  const standing = standingOf(evidence);
  const status = judgeStatus(standing);
  const looked = evidence.probes !== null && evidence.probes.ok + evidence.probes.failed > 0;
  const trouble = status === 'degraded' || status === 'outage';
  return {
    status,
    confidence: confidenceOf(status, standing, evidence),
    since: sinceWhen(status, evidence, before, at),
    scope: trouble ? (evidence.crowd?.scope ?? 'unknown') : 'unknown',
    ...publishedCrowd(evidence.crowd),
    official: evidence.official,
    probes: looked ? evidence.probes : null,
  };
};
