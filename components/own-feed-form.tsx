import { useId, useState } from 'preact/hooks';
import { FilePick } from './file-pick.tsx';
import { useSpeech } from './speech.tsx';

interface Props {
  /** The most that is read of a file, in bytes. */
  readonly limit: number;
  readonly busy: boolean;
  /** The field that the last attempt failed for. */
  readonly wrong: 'base' | 'trust' | null;
  readonly onCheck: (base: string, trust: string) => void;
  /** A file that is too large, or cannot be read: then what stood in the field stays. */
  readonly onBadFile: (why: 'trust-too-large' | 'file-unreadable') => void;
}

/** Another shared status: its address and its `trust.json`, pasted or from a file. */
export const OwnFeedForm = ({ limit, busy, wrong, onCheck, onBadFile }: Props) => {
  const { t } = useSpeech().texts;
  const id = useId();
  const [base, setBase] = useState('');
  const [trust, setTrust] = useState('');
  const read = async (file: File) => {
    if (file.size > limit) return onBadFile('trust-too-large');
    try {
      setTrust(await file.text());
    } catch {
      onBadFile('file-unreadable');
    }
  };
  return (
    <form
      class="own-feed"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onCheck(base, trust);
      }}
    >
      <div class="labelled">
        <label for={`${id}-base`}>{t('feed.own.base')}</label>
        <input
          id={`${id}-base`}
          class="field wide"
          type="text"
          inputMode="url"
          name="feed-base"
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          maxLength={500}
          value={base}
          aria-invalid={wrong === 'base'}
          aria-describedby={`${id}-base-hint`}
          onInput={(event) => setBase(event.currentTarget.value)}
        />
        <p id={`${id}-base-hint`} class="soft small">
          {t('feed.own.base.hint')}
        </p>
      </div>
      <div class="labelled">
        <label for={`${id}-trust`}>{t('feed.own.trust')}</label>
        <textarea
          id={`${id}-trust`}
          class="field wide code"
          name="feed-trust"
          dir="ltr"
          rows={4}
          spellcheck={false}
          value={trust}
          aria-invalid={wrong === 'trust'}
          aria-describedby={`${id}-trust-hint`}
          onInput={(event) => setTrust(event.currentTarget.value)}
        />
        <p id={`${id}-trust-hint`} class="soft small">
          {t('feed.own.trust.hint')}
        </p>
      </div>
      <div class="tools">
        <FilePick
          label={t('feed.own.file')}
          accept=".json,application/json"
          onFile={(file) => void read(file)}
        />
        <button type="submit" class="button button-main" data-do="check-feed" aria-disabled={busy}>
          {t(busy ? 'feed.own.checking' : 'feed.own.check')}
        </button>
      </div>
    </form>
  );
};
