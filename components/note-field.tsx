import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useSpeech } from './speech.tsx';

interface Props {
  readonly note: string;
  readonly onSave: (note: string) => Promise<boolean>;
}

const LONGEST = 4000;
const PAUSE_MS = 800;

/** A note that saves itself after a pause in writing and when one leaves it. What could not be saved stays there. */
export const NoteField = ({ note, onSave }: Props) => {
  const { t } = useSpeech().texts;
  const id = useId();
  const [text, setText] = useState(note);
  const [state, setState] = useState<'saved' | 'not-saved' | null>(null);
  const stored = useRef(note);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const save = async (value: string) => {
    clearTimeout(timer.current);
    if (value === stored.current) return;
    const worked = await onSave(value);
    if (worked) stored.current = value;
    setState(worked ? 'saved' : 'not-saved');
  };
  const saving = useRef(save);
  saving.current = save;
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <section class="block note">
      <h2 class="section-title">
        <label for={id}>{t('incident.notes')}</label>
      </h2>
      <textarea
        id={id}
        class="field"
        rows={3}
        maxLength={LONGEST}
        value={text}
        onInput={(event) => {
          const { value } = event.currentTarget;
          setText(value);
          setState(null);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => void saving.current(value), PAUSE_MS);
        }}
        onBlur={() => void save(text)}
      />
      <p class="soft small" role="status">
        {state === null ? t('incident.notes.hint') : t(`incident.${state}`)}
      </p>
    </section>
  );
};
