import { useState } from 'preact/hooks';
import type { ComponentProps } from 'preact';
import { RecoveryGuide } from './recovery-guide.tsx';
import { useSpeech } from './speech.tsx';

/** The button that leads to the recovery guide, which opens below it. */
export const RecoveryFold = (props: ComponentProps<typeof RecoveryGuide> & { readonly open?: boolean }) => {
  const { t } = useSpeech().texts;
  const [isOpen, setOpen] = useState(props.open ?? false);
  return (
    <div class="recovery-fold">
      <button
        type="button"
        class="button button-primary"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('recovery.open')}
      </button>
      {isOpen && <RecoveryGuide {...props} />}
    </div>
  );
};
