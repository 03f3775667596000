import { ALARMS, type Alarm } from '../lib/model/cause.ts';
import type { Settings } from '../lib/model/settings.ts';
import { Choice } from './choice.tsx';
import { QuietHours } from './quiet-hours.tsx';
import { useSpeech } from './speech.tsx';

type Notify = Settings['notify'];

interface Props {
  readonly notify: Notify;
  readonly onChange: (notify: Notify) => void;
}

const GRAVEST_FIRST = ALARMS.toReversed();

/** How and when the person is told. */
export const NotifyForm = ({ notify, onChange }: Props) => {
  const { t } = useSpeech().texts;
  const set = (change: Partial<Notify>) => onChange({ ...notify, ...change });
  const setAlarm = (alarm: Alarm, wanted: boolean) =>
    set({ alarms: ALARMS.filter((one) => (one === alarm ? wanted : notify.alarms.includes(one))) });
  return (
    <>
      <Choice label={t('options.notify.toast')} checked={notify.toast} onChange={(toast) => set({ toast })} />
      <Choice
        label={t('options.notify.system')}
        checked={notify.system}
        onChange={(system) => set({ system })}
      />
      <fieldset>
        <legend>{t('options.notify.which')}</legend>
        {GRAVEST_FIRST.map((alarm) => (
          <Choice
            key={alarm}
            label={t(`options.notify.${alarm}`)}
            checked={notify.alarms.includes(alarm)}
            onChange={(wanted) => setAlarm(alarm, wanted)}
          />
        ))}
      </fieldset>
      <QuietHours hours={notify.quietHours} onChange={(quietHours) => set({ quietHours })} />
    </>
  );
};
