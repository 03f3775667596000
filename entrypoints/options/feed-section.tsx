import { useState } from 'preact/hooks';
import { FeedChooser } from '../../components/feed-chooser.tsx';
import { FeedSource } from '../../components/feed-source.tsx';
import { FeedState } from '../../components/feed-state.tsx';
import { OptionSection } from '../../components/option-section.tsx';
import { useSpeech } from '../../components/speech.tsx';
import type { SharingBackend } from '../../lib/app/sharing-backend.ts';
import type { FeedChoice, Settings } from '../../lib/model/settings.ts';
import type { Sharing } from '../../lib/model/sharing.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';
import { feedInUse } from '../page-frame/feed-in-use.ts';
import { useAnchor } from '../page-frame/use-anchor.ts';
import { OwnFeed } from './own-feed.tsx';

interface Props {
  readonly snapshot: Snapshot;
  readonly sharing: Sharing;
  readonly backend: SharingBackend;
  readonly onSave: (change: Partial<Settings>) => void;
}

/** Which shared status is used. Another one is used only once it was found good. */
export const FeedSection = ({ snapshot, sharing, backend, onSave }: Props) => {
  const { t } = useSpeech().texts;
  const { settings } = snapshot;
  const [wantsOwn, setWantsOwn] = useState(false);
  const [isNew, setNew] = useState(false);
  const feed = feedInUse(settings, sharing);
  const isLost = settings.feed === 'own' && !feed;
  const current = settings.feed === 'package' && !feed ? 'none' : settings.feed;
  const choose = (choice: FeedChoice) => {
    setNew(false);
    setWantsOwn(choice === 'own' && !sharing.own);
    if (choice === settings.feed || (choice === 'own' && !sharing.own)) return;
    // Who has nobody to report to has switched reports off: they must not come back with the next feed.
    onSave(choice === 'none' ? { feed: choice, reports: false } : { feed: choice });
  };
  const form = (
    <OwnFeed
      backend={backend}
      onUsed={() => {
        setWantsOwn(false);
        setNew(true);
      }}
    />
  );
  return (
    <OptionSection title={t('options.feed')} hint={t('feed.choice.hint')} anchor={useAnchor('feed')}>
      <FeedChooser
        choice={wantsOwn ? 'own' : current}
        hasPackage={sharing.package !== null}
        onChoose={choose}
      />
      {wantsOwn && form}
      {isLost && <p class="warn">{t('feed.own.lost')}</p>}
      <p class="good" role="status" data-testid="feed-new">
        {isNew && t('feed.own.good')}
      </p>
      {feed && (
        <div class="in-use">
          <p class="in-use-title">{t('feed.source.now')}</p>
          <FeedSource source={feed} />
          <FeedState feed={snapshot.feed} />
        </div>
      )}
      {settings.feed === 'own' && !wantsOwn && (
        <details class="fold" open={isLost}>
          <summary>{t('feed.own.other')}</summary>
          {form}
        </details>
      )}
    </OptionSection>
  );
};
