import { Icon } from '../../components/icon.tsx';
import { useSpeech } from '../../components/speech.tsx';

interface Props {
  readonly isChecking: boolean;
  readonly onCheck: () => void;
  readonly onHistory: () => void;
  readonly onOptions: () => void;
}

/** Check again, history, options. */
export const PopupFoot = ({ isChecking, onCheck, onHistory, onOptions }: Props) => {
  const { t } = useSpeech().texts;
  return (
    <footer class="popup-foot">
      <button
        type="button"
        data-do="check"
        aria-disabled={isChecking}
        onClick={() => isChecking || onCheck()}
      >
        <Icon name="refresh" />
        <span aria-live="polite">{isChecking ? t('popup.checking') : t('popup.check-again')}</span>
      </button>
      <button type="button" data-do="history" onClick={onHistory}>
        <Icon name="list" />
        {t('popup.history')}
      </button>
      <button type="button" data-do="options" onClick={onOptions}>
        <Icon name="sliders" />
        {t('popup.options')}
      </button>
    </footer>
  );
};
