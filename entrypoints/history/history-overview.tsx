import { useMemo, useRef, useState } from 'preact/hooks';
import { Banner } from '../../components/banner.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { HistoryCount } from '../../components/history-count.tsx';
import { HistoryFilters } from '../../components/history-filters.tsx';
import { HistoryList } from '../../components/history-list.tsx';
import type { HistoryRow } from '../../components/history-row.ts';
import { EVERYTHING, historySearch } from '../../components/history-search.ts';
import { MonthStrip } from '../../components/month-strip.tsx';
import { useSpeech } from '../../components/speech.tsx';
import type { PageWorld } from '../page-frame/page-world.ts';
import { useLive } from '../page-frame/use-live.ts';
import { HistoryTools } from './history-tools.tsx';

const NONE: readonly HistoryRow[] = [];
const distinct = <Value,>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

/** All incidents: the year as bars, a search, the list, and ways to take it along. */
export const HistoryOverview = ({ world }: { readonly world: PageWorld }) => {
  const { backend } = world;
  const speech = useSpeech();
  const { t } = speech.texts;
  const { value, failed } = useLive(backend, 'summaries', () => backend.listSummaries({}));
  const rows: readonly HistoryRow[] = value ?? NONE;
  const [filter, setFilter] = useState(EVERYTHING);
  const search = useMemo(() => historySearch(rows, speech), [rows, speech.texts]);
  const found = useMemo(() => search(filter), [search, filter]);
  const whole = useMemo(
    () => ({
      moments: rows.map(({ openedAt }) => openedAt),
      services: distinct(rows.map(({ service }) => service)),
      causes: distinct(rows.map(({ cause }) => cause)),
    }),
    [rows],
  );

  const isFiltered = Object.values(filter).some((wanted) => wanted !== '');
  const page = useRef<HTMLDivElement>(null);
  const showAll = () => {
    setFilter(EVERYTHING);
    // The button goes with the filter: the keyboard goes on where one searches.
    page.current?.querySelector<HTMLElement>('[name="text"]')?.focus();
  };

  if (!value)
    return failed ? (
      <Banner tone="warn" role="alert">
        {t('history.failed')}
      </Banner>
    ) : (
      <p class="soft" role="status">
        {t('history.loading')}
      </p>
    );
  if (rows.length === 0)
    return (
      <EmptyState icon="list" title={t('history.empty')}>
        <p class="soft">{t('history.empty.hint')}</p>
      </EmptyState>
    );
  return (
    <div ref={page}>
      <MonthStrip
        moments={whole.moments}
        chosen={filter.from}
        onChoose={(from, to) => setFilter({ ...filter, from, to })}
      />
      <HistoryFilters filter={filter} services={whole.services} causes={whole.causes} onChange={setFilter} />
      <div class="list-head">
        <HistoryCount count={found.length} onShowAll={isFiltered ? showAll : null} />
        <HistoryTools world={world} />
      </div>
      {found.length === 0 ? (
        <EmptyState icon="question" title={t('history.no-match')} />
      ) : (
        <HistoryList key={JSON.stringify(filter)} rows={found} />
      )}
    </div>
  );
};
