import type { FeedStatus, OfficialWord } from '../model/feed.ts';
import type { ServiceRow } from '../model/snapshot.ts';
import { toMillis, type Timestamp } from '../model/timestamp.ts';
import { reportWords } from './report-words.ts';
import type { Texts } from './texts.ts';

export interface ServiceWords {
  readonly status: FeedStatus;
  /** e.g. `down since 15:00`. */
  readonly statusText: string;
  /** What others report: how many, what they show, where; a line each. */
  readonly reports: readonly string[];
  /** e.g. `signed in · checked 2 minutes ago`. */
  readonly session: string;
}

/** Whose status page it is; where people know the company by another name than its page's, that one. */
const writerOf = (source: string): string => (source.startsWith('metastatus') ? 'Meta' : source);

const DAY_MS = 24 * 60 * 60_000;

/** "Down since 15:02"; of trouble that has lasted for a day or longer, for how long. */
const statusText = (
  { t, format }: Texts,
  status: FeedStatus,
  since: Timestamp | null,
  now: Timestamp,
): string => {
  if (since === null || (status !== 'outage' && status !== 'degraded')) return t(`service.status.${status}`);
  const lasted = toMillis(now) - toMillis(since);
  return lasted < DAY_MS
    ? t(`service.${status}-since`, { time: format.time(since) })
    : t(`service.${status}-for`, { duration: format.duration(lasted / 1000) });
};

/** How a service does, by the shared status, and what this browser knows of its session. */
export const serviceWords = (texts: Texts, row: ServiceRow, now: Timestamp): ServiceWords => {
  const { t, format } = texts;
  const { entry } = row;
  const status = entry?.status ?? 'unknown';
  const checked = row.lastSeenAt
    ? t('service.checked', { when: format.relative(row.lastSeenAt, now) })
    : t('service.never-checked');
  return {
    status,
    statusText: statusText(texts, status, entry?.since ?? null, now),
    reports: entry ? reportWords(texts, entry) : [],
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
  const source = t('official.source', { source: writerOf(official.source) });
  return {
    text: official.text ?? t(`official.no-text.${official.status}`),
    isQuoted: official.text !== null,
    frame:
      official.at === null
        ? t('official.frame-undated', { source })
        : t('official.frame', { source, time: format.moment(official.at, now) }),
  };
};
