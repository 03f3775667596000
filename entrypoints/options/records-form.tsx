import { ConfirmButton } from '../../components/confirm-button.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { useSpeech } from '../../components/speech.tsx';
import type { Settings } from '../../lib/model/settings.ts';
import { saveRecord } from '../page-frame/export-files.ts';
import type { PageWorld } from '../page-frame/page-world.ts';

interface Props {
  readonly settings: Settings;
  readonly world: PageWorld;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onErase: () => void;
}

/** How long records are kept, and how to take them along or erase them. */
export const RecordsForm = ({ settings, world, onChange, onErase }: Props) => {
  const { t } = useSpeech().texts;
  const { retention } = settings;
  return (
    <>
      <div class="pair">
        <NumberField
          label={t('options.retention.months')}
          name="months"
          value={retention.months}
          low={1}
          high={120}
          onChange={(months) => onChange({ retention: { ...retention, months } })}
        />
        <NumberField
          label={t('options.retention.incidents')}
          name="incidents"
          value={retention.incidents}
          low={1}
          high={100_000}
          onChange={(incidents) => onChange({ retention: { ...retention, incidents } })}
        />
      </div>
      <div class="tools">
        <button
          type="button"
          class="button"
          onClick={() => void saveRecord(world.backend, null, world.now())}
        >
          {t('options.export')}
        </button>
        <ConfirmButton label={t('options.erase')} question={t('options.erase.sure')} onConfirm={onErase} />
      </div>
    </>
  );
};
