import type { Settings } from '../lib/model/settings.ts';
import { Choice } from './choice.tsx';
import { useSpeech } from './speech.tsx';

type Hours = Settings['notify']['quietHours'];

/** From ten in the evening to seven in the morning. */
const USUAL = { from: 22 * 60, to: 7 * 60 };

const two = (value: number): string => String(value).padStart(2, '0');
const asField = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const asMinute = (field: string): number | null => {
  const [hour, minute] = field.split(':').map(Number);
  return Number.isInteger(hour) && Number.isInteger(minute) ? Number(hour) * 60 + Number(minute) : null;
};

interface Props {
  readonly hours: Hours;
  readonly onChange: (hours: Hours) => void;
}

/** Hours in which only warnings of somebody in an account are told. */
export const QuietHours = ({ hours, onChange }: Props) => {
  const { t } = useSpeech().texts;
  const field = (name: 'from' | 'to') => (
    <label class="labelled">
      <span>{t(`options.quiet.${name}`)}</span>
      <input
        class="field"
        type="time"
        name={`quiet-${name}`}
        value={asField((hours ?? USUAL)[name])}
        onChange={(event) => {
          const minute = asMinute(event.currentTarget.value);
          if (minute !== null) onChange({ ...(hours ?? USUAL), [name]: minute });
        }}
      />
    </label>
  );
  return (
    <fieldset>
      <legend>{t('options.quiet')}</legend>
      <Choice
        label={t('options.quiet.on')}
        checked={hours !== null}
        onChange={(wanted) => onChange(wanted ? USUAL : null)}
      />
      {hours !== null && (
        <div class="pair">
          {field('from')}
          {field('to')}
          <p class="soft small">{t('options.quiet.hint')}</p>
        </div>
      )}
    </fieldset>
  );
};
