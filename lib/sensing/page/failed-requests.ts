import type { FromContent } from '../../messaging/from-content.ts';

export type FailedRequests = Extract<FromContent, { type: 'failed-requests' }>;

type Timing = Pick<PerformanceResourceTiming, 'name' | 'initiatorType' | 'responseEnd' | 'responseStatus'>;

const INITIATORS = /^(fetch|xmlhttprequest)$/;

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
  const failed = timings
    .filter(
      (timing) =>
        timing.responseStatus >= 400 &&
        timing.responseEnd >= since &&
        INITIATORS.test(timing.initiatorType) &&
        timing.name.startsWith(`${origin}/`),
    )
    .map(({ responseStatus }) => responseStatus);
  const serverErrors = failed.filter((status) => status >= 500).length;
  const rateLimited = failed.filter((status) => status === 429).length;
  const clientErrors = failed.length - serverErrors - rateLimited;
  return failed.length > 0 ? { type: 'failed-requests', serverErrors, rateLimited, clientErrors } : null;
};
