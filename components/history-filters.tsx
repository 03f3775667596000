import type { Decision } from '../lib/model/cause.ts';
import type { ServiceId } from '../lib/model/service-id.ts';
import type { HistoryFilter } from './history-search.ts';
import { useSpeech } from './speech.tsx';

interface Props {
  readonly filter: HistoryFilter;
  readonly services: readonly ServiceId[];
  readonly causes: readonly Decision[];
  readonly onChange: (filter: HistoryFilter) => void;
}

/** Service, cause, words and days. */
export const HistoryFilters = ({ filter, services, causes, onChange }: Props) => {
  const { texts, nameOf } = useSpeech();
  const { t } = texts;
  const set = (change: Partial<HistoryFilter>) => onChange({ ...filter, ...change });
  const day = (name: 'from' | 'to') => (
    <label>
      <span>{t(`history.filter.${name}`)}</span>
      <input
        class="field"
        type="date"
        name={name}
        value={filter[name]}
        onInput={(event) => set({ [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label class="filter-text">
        <span>{t('history.filter.text')}</span>
        <input
          class="field"
          type="search"
          name="text"
          value={filter.text}
          onInput={(event) => set({ text: event.currentTarget.value })}
        />
      </label>
      <label>
        <span>{t('history.filter.service')}</span>
        <select
          class="field"
          name="service"
          value={filter.service}
          onChange={(event) => set({ service: event.currentTarget.value })}
        >
          <option value="">{t('history.filter.all')}</option>
          {services.map((service) => (
            <option key={service} value={service}>
              {nameOf(service)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('history.filter.cause')}</span>
        <select
          class="field"
          name="cause"
          value={filter.cause}
          onChange={(event) => set({ cause: event.currentTarget.value as Decision | '' })}
        >
          <option value="">{t('history.filter.all')}</option>
          {causes.map((cause) => (
            <option key={cause} value={cause}>
              {t(`cause.${cause}`)}
            </option>
          ))}
        </select>
      </label>
      {day('from')}
      {day('to')}
    </form>
  );
};
