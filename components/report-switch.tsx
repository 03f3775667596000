import { useId } from 'preact/hooks';
import type { Sharing } from '../lib/model/sharing.ts';
import { useSpeech } from './speech.tsx';

interface Props {
  /** `no-feed`: there is nobody to report to, and nothing to switch. */
  readonly state: 'on' | 'off' | 'no-feed';
  /** What became of the last press, where it did not do what was asked. */
  readonly failure: 'refused' | 'not-saved' | null;
  readonly sharing: Pick<Sharing, 'waiting' | 'sent'>;
  /** Called in the click itself, since browsers ask for permission only then. */
  readonly onSwitch: (on: boolean) => void;
}

/** Anonymous reports on or off, and what became of them. */
export const ReportSwitch = ({ state, failure, sharing, onSwitch }: Props) => {
  const { t } = useSpeech().texts;
  const id = useId();
  const words =
    failure === 'refused' || failure === null ? t(`reports.${failure ?? state}`) : t('options.not-saved');
  return (
    <>
      <label class="choice switch">
        <input
          type="checkbox"
          role="switch"
          name="reports"
          checked={state === 'on'}
          disabled={state === 'no-feed'}
          aria-describedby={id}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
        <span>{t('reports.switch')}</span>
      </label>
      <p id={id} class={failure === null ? 'soft' : 'warn'} role="status" data-reports={failure ?? state}>
        {words}{' '}
        {state === 'on' &&
          t('reports.counts', {
            waiting: t('reports.waiting', { count: sharing.waiting }),
            sent: t('reports.sent', { count: sharing.sent }),
          })}
      </p>
    </>
  );
};
