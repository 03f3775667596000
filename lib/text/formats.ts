import type { Translate } from './translator.ts';

/** Numbers, times and durations in the person's language. Moments are ISO 8601 texts or milliseconds since 1970. */
export interface Formats {
  number(value: number): string;
  /** A share of 0 to 1 as a percentage. */
  percent(share: number): string;
  /** Seconds as the two largest units that matter, e.g. `2 h 4 min`. */
  duration(seconds: number): string;
  /** Hour and minute. */
  time(at: string | number): string;
  /** Day, month and year. */
  date(at: string | number): string;
  /** Hour and minute, and the day where it is not the day of `now`. */
  moment(at: string | number, now: string | number): string;
  /** How long ago, e.g. `40 seconds ago`. */
  relative(at: string | number, now: string | number): string;
  /** `a, b and c`. */
  list(items: readonly string[]): string;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const millis = (at: string | number): number => (typeof at === 'number' ? at : Date.parse(at));

const durationIn = (t: Translate, seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < MINUTE) return t('duration.seconds', { seconds: whole });
  const minutes = Math.round(whole / MINUTE);
  if (minutes < 60) return t('duration.minutes', { minutes });
  const rest = minutes % 60;
  if (whole < DAY && minutes < 24 * 60) {
    const hours = Math.floor(minutes / 60);
    return rest === 0
      ? t('duration.hours', { hours })
      : t('duration.hours-minutes', { hours, minutes: rest });
  }
  return t('duration.days', { count: Math.round(whole / DAY) });
};

/**
 * @param locale BCP 47 tag
 * @param t the language's texts (for the units of durations)
 * @param timeZone IANA name; without it the machine's own
 */
export const formatsIn = (locale: string, t: Translate, timeZone?: string): Formats => {
  const zone = timeZone === undefined ? {} : { timeZone };
  const lazily = <Made>(make: () => Made) => {
    let made: Made | undefined;
    return (): Made => (made ??= make());
  };
  const numbers = lazily(() => new Intl.NumberFormat(locale));
  const percents = lazily(
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
  );
  const times = lazily(() => new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...zone }));
  const dates = lazily(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...zone }));
  const moments = lazily(
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone }),
  );
  const relatives = lazily(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const lists = lazily(() => new Intl.ListFormat(locale, { type: 'conjunction' }));

  const relative = (at: string | number, now: string | number): string => {
    const seconds = Math.round((millis(at) - millis(now)) / 1000);
    const size = Math.abs(seconds);
    if (size < MINUTE) return relatives().format(seconds, 'second');
    if (size < HOUR) return relatives().format(Math.round(seconds / MINUTE), 'minute');
    if (size < DAY) return relatives().format(Math.round(seconds / HOUR), 'hour');
    return relatives().format(Math.round(seconds / DAY), 'day');
  };

  return {
    number: (value) => numbers().format(value),
    percent: (share) => percents().format(share),
    duration: (seconds) => durationIn(t, seconds),
    time: (at) => times().format(millis(at)),
    date: (at) => dates().format(millis(at)),
    moment: (at, now) =>
      (dates().format(millis(at)) === dates().format(millis(now)) ? times() : moments()).format(millis(at)),
    relative,
    list: (items) => lists().format(items),
  };
};
