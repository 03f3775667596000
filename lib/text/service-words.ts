import type { FeedStatus, OfficialWord } from '../model/feed.ts';
import type { ServiceRow } from '../model/snapshot.ts';
import type { Timestamp } from '../model/timestamp.ts';
import type { Texts } from './texts.ts';

export interface ServiceWords {
  readonly status: FeedStatus;
  /** e.g. `down since 15:00`. */
  readonly statusText: string;
  /** e.g. `4,200 reports in 10 min`; null where too few to say. */
  readonly reports: string | null;
  /** e.g. `signed in · checked 2 minutes ago`. */
  readonly session: string;
}

/** How a service does, by the shared status, and what this browser knows of its session. */
export const serviceWords = (texts: Texts, row: ServiceRow, now: Timestamp): ServiceWords => {
  const { t, format } = texts;
  const { entry } = row;
  const status = entry?.status ?? 'unknown';
  const since = entry?.since ?? null;
  const isTroubled = status === 'outage' || status === 'degraded';
  const checked = row.lastSeenAt
    ? t('service.checked', { when: format.relative(row.lastSeenAt, now) })
    : t('service.never-checked');
  return {
    status,
    statusText:
      isTroubled && since !== null
        ? t(`service.${status}-since`, { time: format.moment(since, now) })
        : t(`service.status.${status}`),
    reports: entry?.reports
      ? t('service.reports', {
          count: entry.reports.count,
          duration: format.duration(entry.reports.windowSeconds),
        })
      : null,
    session: row.permitted
      ? `${t(`service.session.${row.session}`)} · ${checked}`
      : t('service.not-permitted'),
  };
};

/** What an official page said, framed as a quotation: words or a summary, source and time. Null where it said nothing. */
export const officialWords = (
  { t, format }: Texts,
  official: OfficialWord | null | undefined,
  now: Timestamp,
): { readonly text: string; readonly isQuoted: boolean; readonly frame: string } | null => {
  if (!official || official.status === 'operational' || official.status === 'unreachable') return null;
  const source = t('official.source', { source: official.source });
  return {
    text: official.text ?? t(`official.no-text.${official.status}`),
    isQuoted: official.text !== null,
    frame:
      official.at === null
        ? t('official.frame-undated', { source })
        : t('official.frame', { source, time: format.moment(official.at, now) }),
  };
};
