import { useSpeech } from '../../components/speech.tsx';
import { saveRecord, saveTable } from '../page-frame/export-files.ts';
import type { PageWorld } from '../page-frame/page-world.ts';

/** Ways to take the whole history along. */
export const HistoryTools = ({ world: { backend, now } }: { readonly world: PageWorld }) => {
  const { t } = useSpeech().texts;
  return (
    <div class="tools">
      <button type="button" class="button" onClick={() => void saveRecord(backend, null, now())}>
        {t('history.export-json')}
      </button>
      <button
        type="button"
        class="button"
        onClick={async () => saveTable(await backend.listIncidents({}), now())}
      >
        {t('history.export-csv')}
      </button>
      <button type="button" class="button" onClick={() => print()}>
        {t('history.print')}
      </button>
    </div>
  );
};
