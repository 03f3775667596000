import type { Tab } from '../harness/browser-under-test.ts';

/** A row of the history list. */
export interface HistoryRow {
  readonly incident: string;
  readonly service: string;
  readonly cause: string;
  readonly text: string;
}

/** Reads the rows that the history page shows now. */
export const readHistory = (page: Tab): Promise<HistoryRow[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-testid="incident"]')].map((row) => ({
      incident: row.dataset['incident'] ?? '',
      service: row.dataset['service'] ?? '',
      cause: row.dataset['cause'] ?? '',
      text: row.textContent.replace(/\s+/g, ' ').trim(),
    })),
  );
