import type { PageLanguage } from './language.ts';
import { html, type Markup } from './markup.ts';

const LOCALES: Readonly<Record<PageLanguage, string>> = { en: 'en-GB', fr: 'fr-FR' };
const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** Numbers and times of the page. Times are milliseconds since 1970 and shown in UTC: nothing is known of the reader's zone. */
export interface PageFormats {
  number(value: number): string;
  percent(share: number): string;
  list(items: readonly string[]): string;
  /** Hour and minute. */
  clock(at: number): string;
  /** Hour and minute in UTC, with the day where it is not the day of `now`. */
  moment(at: number, now: number): string;
  /** The same as an element that machines can read. */
  time(at: number, now: number): Markup;
  /** E.g. `2 h 4 min`. */
  duration(ms: number): string;
}

export const pageFormats = (language: PageLanguage): PageFormats => {
  const locale = LOCALES[language];
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  // The symbols are the same in every language of the page; a number is not parted from its own.
  const unit = (symbol: string, value: number): string => `${number.format(value)}\u00a0${symbol}`;
  const days = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' });

  const moment = (at: number, now: number): string => {
    const hours = `${clock.format(at)} UTC`;
    return day.format(at) === day.format(now) && Math.abs(now - at) < 2 * DAY_MINUTES * MINUTE_MS
      ? hours
      : `${day.format(at)}, ${hours}`;
  };
  const duration = (ms: number): string => {
    const minutes = Math.max(0, Math.floor(ms / MINUTE_MS));
    if (minutes < 60) return unit('min', minutes);
    if (minutes >= 2 * DAY_MINUTES) return days.format(Math.floor(minutes / DAY_MINUTES));
    const rest = minutes % 60;
    const hours = unit('h', Math.floor(minutes / 60));
    return rest === 0 ? hours : `${hours} ${unit('min', rest)}`;
  };
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    list: (items) => list.format(items),
    clock: (at) => clock.format(at),
    moment,
    time: (at, now) => html`<time datetime="${new Date(at).toISOString()}">${moment(at, now)}</time>`,
    duration,
  };
};
