import { useSpeech } from './speech.tsx';

interface Props {
  readonly state: 'granted' | 'not-granted';
  /** The last press did not do what was asked. */
  readonly failure: 'refused' | 'kept' | null;
  /** Called in the click itself, since browsers ask for permission only then. */
  readonly onAllow: () => void;
  readonly onDrop: () => void;
}

/** Whether the extension may read the official status pages itself, and the button that changes it. */
export const OfficialPages = ({ state, failure, onAllow, onDrop }: Props) => {
  const { t } = useSpeech().texts;
  const isGranted = state === 'granted';
  return (
    <div class="official-pages">
      <p class={failure === null ? 'soft' : 'warn'} role="status" data-official={state}>
        {t(`official.pages.${failure ?? state}`)}
      </p>
      <button
        type="button"
        class="button"
        data-do={isGranted ? 'drop-official' : 'allow-official'}
        onClick={isGranted ? onDrop : onAllow}
      >
        {t(isGranted ? 'official.pages.drop' : 'official.pages.allow')}
      </button>
    </div>
  );
};
