import type { Report } from '../../model/report.ts';
import { FETCH_TIME_LIMIT, type FetchPort } from '../fetch-feed.ts';

/** The address of a base's reports. */
export const reportsAddress = (base: string): string => `${base.replace(/\/+$/, '')}/v1/reports`;

/** A report as it travels, to the last character. */
export const reportText = ({ v, service, kind, bucket }: Report): string =>
  JSON.stringify({ v, service, kind, bucket });

/**
 * Sends one report: no credentials, no referrer, no redirect, and not the languages that a browser names by itself. True
 * when the server took it (it answers the same to what it drops). Never throws.
 */
export const sendReport = async (
  fetch: FetchPort,
  base: string,
  report: Report,
  timeLimit = FETCH_TIME_LIMIT,
): Promise<boolean> => {
  const signal = AbortSignal.timeout(timeLimit);
  try {
    const response = await fetch(reportsAddress(base), {
      method: 'POST',
      body: reportText(report),
      headers: { 'content-type': 'application/json', 'accept-language': '*' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal,
    });
    return response.ok;
  } catch {
    return false;
  }
};
