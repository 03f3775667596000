import type { FromContent } from '../../messaging/from-content.ts';

export type FailedRequests = Extract<FromContent, { type: 'failed-requests' }>;

type Timing = Pick<PerformanceResourceTiming, 'name' | 'initiatorType' | 'responseEnd' | 'responseStatus'>;

const INITIATORS = ['fetch', 'xmlhttprequest'];
const MOST = 10_000;

/**
 * Counts the failed requests of a page's scripts to its own origin among the browser's timings; null when there are
 * none. Only a status of 400 or more counts: 0 looks the same for aborted, blocked and dropped. Nothing of an address
 * is kept. What ended before `since` (the timings' own milliseconds)
 * was counted before.
 */
export const countFailures = (
  timings: readonly Timing[],
  origin: string,
  since: number,
): FailedRequests | null => {
  const failed = timings.filter(
    ({ name, initiatorType, responseEnd, responseStatus }) =>
      responseStatus >= 400 &&
      responseEnd >= since &&
      INITIATORS.includes(initiatorType) &&
      name.startsWith(`${origin}/`),
  );
  if (failed.length === 0) return null;
  const count = (test: (status: number) => boolean): number =>
    Math.min(MOST, failed.filter(({ responseStatus }) => test(responseStatus)).length);
  return {
    type: 'failed-requests',
    serverErrors: count((status) => status >= 500),
    rateLimited: count((status) => status === 429),
    clientErrors: count((status) => status < 500 && status !== 429),
  };
};
