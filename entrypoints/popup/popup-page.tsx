import { Banner } from '../../components/banner.tsx';
import { FeedLine } from '../../components/feed-line.tsx';
import { FeedNote } from '../../components/feed-note.tsx';
import { PermissionBanner } from '../../components/permission-banner.tsx';
import { useSpeech } from '../../components/speech.tsx';
import { TroubleBanners } from '../../components/trouble-banners.tsx';
import type { Snapshot } from '../../lib/model/snapshot.ts';
import { toMillis } from '../../lib/model/timestamp.ts';
import type { PageWorld } from '../page-frame/page-world.ts';
import { useDoing } from '../page-frame/use-doing.ts';
import { Announcer } from './announcer.tsx';
import { checkAll } from './check-all.ts';
import { openIncidents, recentlyRecovered } from './order-incidents.ts';
import { PopupFoot } from './popup-foot.tsx';
import { PopupMain } from './popup-main.tsx';

interface Props {
  readonly snapshot: Snapshot;
  readonly world: PageWorld;
  /** The incident that the page was opened for. */
  readonly askedFor: string | null;
}

/** The popup: how fresh the shared status is, what is going on, and where to go from here. */
export const PopupPage = ({ snapshot, world, askedFor }: Props) => {
  const { backend } = world;
  const { texts, now } = useSpeech();
  const doing = useDoing();
  const open = openIncidents(snapshot.incidents, askedFor);
  return (
    <div class="popup">
      <header class="popup-head">
        <h1>{texts.t('app.name')}</h1>
        <FeedLine feed={snapshot.feed} />
      </header>
      {/* A scrolling region must be reachable with the keyboard. */}
      <main class="popup-main" tabIndex={0} aria-label={texts.t('aria.main')}>
        <TroubleBanners
          troubles={snapshot.troubles}
          onDismiss={(trouble) => void doing.run('dismiss', () => backend.dismissTrouble(trouble))}
        />
        <PermissionBanner
          rows={snapshot.services}
          onAllow={(service) => void backend.requestHosts(service)}
        />
        {doing.failed && (
          <Banner tone="warn" role="alert">
            <p>{texts.t('popup.failed')}</p>
          </Banner>
        )}
        <PopupMain
          snapshot={snapshot}
          open={open}
          recovered={recentlyRecovered(snapshot.incidents, toMillis(now))}
          world={world}
          doing={doing}
        />
        <FeedNote feed={snapshot.feed} onChoose={() => void backend.openPage('options', '#feed')} />
      </main>
      <Announcer incident={open[0]} />
      <PopupFoot
        isChecking={doing.busy === 'check'}
        onCheck={() => void doing.run('check', () => checkAll(snapshot, world))}
        onHistory={() => void backend.openPage('history')}
        onOptions={() => void backend.openPage('options')}
      />
    </div>
  );
};
