import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { useSpeech } from '../../components/speech.tsx';
import { hashValue } from '../page-frame/hash-value.ts';
import { PageLinks } from '../page-frame/page-links.tsx';
import type { PageWorld } from '../page-frame/page-world.ts';
import { HistoryOverview } from './history-overview.tsx';
import { IncidentPage } from './incident-page.tsx';

const useIncidentId = (): string | null => {
  const [id, setId] = useState(() => hashValue(location.hash, 'incident'));
  useEffect(() => {
    const follow = () => setId(hashValue(location.hash, 'incident'));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return id;
};

/** The history: all incidents, or the one that the address names. */
export const HistoryPage = ({ world }: { readonly world: PageWorld }) => {
  const { t } = useSpeech().texts;
  const id = useIncidentId();
  useEffect(() => {
    document.title = `${t('history.title')} · ${t('app.name')}`;
  }, [t]);
  return (
    <main class="page page-wide">
      <header class="page-head">
        <h1>{t('history.title')}</h1>
        {id === null ? (
          <PageLinks to={['options', 'method']} backend={world.backend} />
        ) : (
          <a class="back" href="#">
            <Icon name="list" />
            {t('history.back')}
          </a>
        )}
      </header>
      {id === null ? (
        <HistoryOverview world={world} />
      ) : (
        <IncidentPage
          key={id}
          id={id}
          guideOpen={hashValue(location.hash, 'recovery') === 'open'}
          world={world}
          onGone={() => (location.hash = '')}
        />
      )}
    </main>
  );
};
