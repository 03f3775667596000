import { useEffect, useState } from 'preact/hooks';
import { NotifyForm } from '../../components/notify-form.tsx';
import { OptionSection } from '../../components/option-section.tsx';
import { ServicePicker } from '../../components/service-picker.tsx';
import { useSpeech } from '../../components/speech.tsx';
import type { Done } from '../../lib/app/page-backend.ts';
import type { Settings } from '../../lib/model/settings.ts';
import type { SharingBackend } from '../../lib/app/sharing-backend.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';
import type { PageWorld } from '../page-frame/page-world.ts';
import { OfficialSection } from '../page-frame/official-section.tsx';
import { PageLinks } from '../page-frame/page-links.tsx';
import { ReportSection } from '../page-frame/report-section.tsx';
import { useSharing } from '../page-frame/use-sharing.ts';
import { watchableRows, watchService } from '../page-frame/watch-service.ts';
import { FeedSection } from './feed-section.tsx';
import { LookForm } from './look-form.tsx';
import { RecordsForm } from './records-form.tsx';

interface Props {
  readonly snapshot: Snapshot;
  readonly world: PageWorld<SharingBackend>;
}

/** The options. Each change is saved at once, and says so. */
export const OptionsPage = ({ snapshot, world }: Props) => {
  const { t } = useSpeech().texts;
  const { backend } = world;
  const { settings } = snapshot;
  const sharing = useSharing(backend);
  const [state, setState] = useState<'saved' | 'not-saved' | 'erased' | null>(null);
  useEffect(() => {
    document.title = `${t('options.title')} · ${t('app.name')}`;
  }, [t]);

  const report = async (doing: Promise<Done>, good: 'saved' | 'erased' = 'saved') =>
    setState((await doing).ok ? good : 'not-saved');
  const save = (change: Partial<Settings>) => void report(backend.writeSettings({ ...settings, ...change }));

  return (
    <main class="page">
      <header class="page-head">
        <h1>{t('options.title')}</h1>
        <PageLinks to={['history', 'welcome', 'method']} backend={backend} />
      </header>
      <OptionSection title={t('options.services')} hint={t('options.services.hint')}>
        <ServicePicker
          rows={watchableRows(snapshot)}
          onWatch={(service, watched) => void report(watchService(backend, snapshot, service, watched))}
          onAllow={(service) => void backend.requestHosts(service)}
        />
      </OptionSection>
      <OptionSection title={t('options.notify')}>
        <NotifyForm notify={settings.notify} onChange={(notify) => save({ notify })} />
      </OptionSection>
      {sharing && <FeedSection snapshot={snapshot} sharing={sharing} backend={backend} onSave={save} />}
      {sharing && <ReportSection snapshot={snapshot} sharing={sharing} world={world} />}
      <OfficialSection snapshot={snapshot} backend={backend} />
      <OptionSection title={t('options.look')}>
        <LookForm settings={settings} onChange={save} />
      </OptionSection>
      <OptionSection title={t('options.data')} hint={t('options.data.hint')}>
        <RecordsForm
          settings={settings}
          world={world}
          onChange={save}
          onErase={() => {
            world.checklists.forget(null);
            void report(backend.eraseAll(), 'erased');
          }}
        />
      </OptionSection>
      <p class="saved" role="status" data-state={state}>
        {state !== null && t(`options.${state}`)}
      </p>
    </main>
  );
};
