import { useState } from 'preact/hooks';
import { OwnFeedForm } from '../../components/own-feed-form.tsx';
import { useSpeech } from '../../components/speech.tsx';
import type { SharingBackend } from '../../lib/app/sharing-backend.ts';
import { TRUST_SIZE_LIMIT } from '../../lib/model/own-feed.ts';
import { fieldOf, tryOwnFeed, type OwnFeedTrouble } from './try-own-feed.ts';

interface Props {
  readonly backend: SharingBackend;
  readonly onUsed: () => void;
}

/** The form for another shared status, and in words what is wrong with one that cannot be used. */
export const OwnFeed = ({ backend, onUsed }: Props) => {
  const { t } = useSpeech().texts;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<OwnFeedTrouble | null>(null);
  const check = async (base: string, trust: string) => {
    setBusy(true);
    setTrouble(null);
    const wrong = await tryOwnFeed(backend, base, trust);
    setBusy(false);
    setTrouble(wrong);
    if (wrong === null) onUsed();
  };
  return (
    <>
      <OwnFeedForm
        limit={TRUST_SIZE_LIMIT}
        busy={busy}
        wrong={fieldOf(trouble)}
        onCheck={(base, trust) => void check(base, trust)}
        onBadFile={setTrouble}
      />
      <p class={trouble === null ? 'soft' : 'warn'} role="status" data-trouble={trouble}>
        {trouble === null
          ? t(busy ? 'feed.own.checking' : 'feed.own.until')
          : `${t(`feed.own.wrong.${trouble}`)} ${t('feed.own.unchanged')}`}
      </p>
    </>
  );
};
