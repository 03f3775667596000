import { useMemo } from 'preact/hooks';
import { useSpeech } from './speech.tsx';

const MONTHS = 12;

interface Month {
  /** `2024-03`. */
  readonly key: string;
  readonly label: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The last months up to now, in local time. */
const monthsUntil = (now: Date, locale: string): readonly Month[] =>
  Array.from({ length: MONTHS }, (_, index) => {
    const first = new Date(now.getFullYear(), now.getMonth() - (MONTHS - 1) + index, 1);
    const last = new Date(first.getFullYear(), first.getMonth() + 1, 0);
    const key = `${first.getFullYear()}-${two(first.getMonth() + 1)}`;
    return {
      key,
      label: first.toLocaleDateString(locale, { month: 'narrow' }),
      name: first.toLocaleDateString(locale, { month: 'long', year: 'numeric' }),
      from: `${key}-01`,
      to: `${key}-${two(last.getDate())}`,
    };
  });

const monthOf = (at: number): string => {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}`;
};

/** How many moments lie in each month; each date is looked at once. */
const countByMonth = (moments: readonly number[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const at of moments) {
    const month = monthOf(at);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return counts;
};

interface Props {
  /** When incidents opened, in ms since 1970. */
  readonly moments: readonly number[];
  /** The chosen first day, as in the date filter. */
  readonly chosen: string;
  readonly onChoose: (from: string, to: string) => void;
}

/** The last twelve months as bars of how much happened; pressing one shows that month alone. */
export const MonthStrip = ({ moments, chosen, onChoose }: Props) => {
  const { texts, now } = useSpeech();
  const counts = useMemo(() => countByMonth(moments), [moments]);
  const months = monthsUntil(new Date(now), texts.locale);
  const high = Math.max(1, ...months.map(({ key }) => counts.get(key) ?? 0));
  return (
    <section class="months" aria-label={texts.t('history.calendar')}>
      {months.map((month) => {
        const count = counts.get(month.key) ?? 0;
        const isChosen = chosen === month.from;
        return (
          <button
            key={month.key}
            type="button"
            class="month"
            aria-pressed={isChosen}
            aria-label={texts.t('history.calendar.cell', { month: month.name, count })}
            title={texts.t('history.calendar.cell', { month: month.name, count })}
            onClick={() => (isChosen ? onChoose('', '') : onChoose(month.from, month.to))}
          >
            <span class="month-bar" style={{ blockSize: `${count === 0 ? 2 : 6 + (count / high) * 34}px` }} />
            <span aria-hidden="true">{month.label}</span>
          </button>
        );
      })}
    </section>
  );
};
