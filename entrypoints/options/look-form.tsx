import { SelectField } from '../../components/select-field.tsx';
import { useSpeech } from '../../components/speech.tsx';
import { LANGUAGES, type Settings } from '../../lib/model/settings.ts';
import { LANGUAGE_NAMES } from '../../lib/text/languages.ts';

interface Props {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
}

const THEMES = ['auto', 'light', 'dark'] as const;

/** Language and theme. */
export const LookForm = ({ settings, onChange }: Props) => {
  const { t } = useSpeech().texts;
  const languages = [
    { value: 'auto' as const, text: t('options.language.auto') },
    ...LANGUAGES.map((value) => ({ value, text: LANGUAGE_NAMES[value] })),
  ];
  return (
    <div class="pair">
      <SelectField<Settings['language']>
        label={t('options.language')}
        name="language"
        value={settings.language}
        options={languages}
        onChange={(language) => onChange({ language })}
      />
      <SelectField<Settings['theme']>
        label={t('options.theme')}
        name="theme"
        value={settings.theme}
        options={THEMES.map((value) => ({ value, text: t(`options.theme.${value}`) }))}
        onChange={(theme) => onChange({ theme })}
      />
    </div>
  );
};
