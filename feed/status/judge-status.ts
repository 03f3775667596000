import type { FeedStatus } from '../../lib/model/feed.ts';
import type { Standing } from './standing.ts';

const WHILE_FAILING: Readonly<Record<Standing['crowd'], FeedStatus>> = {
  high: 'outage',
  raised: 'outage',
  calm: 'degraded',
  silent: 'degraded',
  dead: 'degraded',
};

/** 5 March 2024 was `high` with probes that were fine: `degraded` in its first minutes. */
const WHILE_FINE: Readonly<Record<Standing['crowd'], FeedStatus>> = {
  high: 'degraded',
  raised: 'operational',
  calm: 'operational',
  silent: 'operational',
  dead: 'unknown',
};

/** Without probes a crowd that nobody is in says nothing at all. */
const WITHOUT_PROBES: Readonly<Record<Standing['crowd'], FeedStatus>> = { ...WHILE_FINE, silent: 'unknown' };

const TABLE = { failing: WHILE_FAILING, fine: WHILE_FINE, absent: WITHOUT_PROBES } as const;

/**
 * The table of statuses. Reports alone never make an `outage`: networks for hire are cheap. With ingest dead and no bad news all is
 * unknown, since front doors answered through the worst of days.
 */
export const judgeStatus = ({ official, probes, crowd }: Standing): FeedStatus =>
  official === 'issue' ? 'outage' : TABLE[probes][crowd];
