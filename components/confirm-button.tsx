import { useEffect, useRef, useState } from 'preact/hooks';
import { useSpeech } from './speech.tsx';

interface Props {
  readonly label: string;
  /** What will happen, and that it cannot be undone. */
  readonly question: string;
  readonly onConfirm: () => void;
}

/** A button for what cannot be undone: it asks first, and the way back has the focus. */
export const ConfirmButton = ({ label, question, onConfirm }: Props) => {
  const { t } = useSpeech().texts;
  const [asks, setAsks] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    // Each of the two goes when the other comes: the keyboard must not be left nowhere.
    if (asks) keep.current?.focus();
    else if (asked.current) trigger.current?.focus();
    asked.current = asks;
  }, [asks]);
  if (!asks)
    return (
      <button type="button" class="button button-danger" ref={trigger} onClick={() => setAsks(true)}>
        {label}
      </button>
    );
  const confirm = () => {
    setAsks(false);
    onConfirm();
  };
  return (
    <div
      class="confirm"
      role="alertdialog"
      aria-label={question}
      onKeyDown={(event) => event.key === 'Escape' && setAsks(false)}
    >
      <p>{question}</p>
      <div class="answers">
        <button type="button" class="button" ref={keep} onClick={() => setAsks(false)}>
          {t('confirm.cancel')}
        </button>
        <button type="button" class="button button-danger" data-do="confirm" onClick={confirm}>
          {t('confirm.erase')}
        </button>
      </div>
    </div>
  );
};
