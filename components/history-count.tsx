import { useSpeech } from './speech.tsx';

interface Props {
  readonly count: number;
  /** Shows all incidents again; null where all are shown. */
  readonly onShowAll: (() => void) | null;
}

/** How many incidents fit the search, and the way back to all of them. */
export const HistoryCount = ({ count, onShowAll }: Props) => {
  const { t } = useSpeech().texts;
  return (
    <div class="list-count">
      <p class="soft" role="status">
        {t('history.count', { count })}
      </p>
      {onShowAll && (
        <button type="button" class="button button-link" data-do="show-all" onClick={onShowAll}>
          {t('history.clear-filters')}
        </button>
      )}
    </div>
  );
};
