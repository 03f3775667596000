import { useEffect } from 'preact/hooks';
import { Banner } from '../../components/banner.tsx';
import { OptionSection } from '../../components/option-section.tsx';
import { ServicePicker } from '../../components/service-picker.tsx';
import { useSpeech } from '../../components/speech.tsx';
import { WhyList } from '../../components/why-list.tsx';
import type { SharingBackend } from '../../lib/app/sharing-backend.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';
import type { PageWorld } from '../page-frame/page-world.ts';
import { OfficialSection } from '../page-frame/official-section.tsx';
import { ReportSection } from '../page-frame/report-section.tsx';
import { useDoing } from '../page-frame/use-doing.ts';
import { useSharing } from '../page-frame/use-sharing.ts';
import { watchableRows, watchService } from '../page-frame/watch-service.ts';
import { RehearsalStage } from './rehearsal-stage.tsx';
import { WelcomeHead } from './welcome-head.tsx';

interface Props {
  readonly snapshot: Snapshot;
  readonly world: PageWorld<SharingBackend>;
}

/** What the extension does, what it watches, why it needs what it needs, and what it looks like when it speaks. */
export const WelcomePage = ({ snapshot, world }: Props) => {
  const { t } = useSpeech().texts;
  const { backend } = world;
  const doing = useDoing();
  const rows = watchableRows(snapshot);
  const sharing = useSharing(backend);
  const allow = (service: (typeof rows)[number]['service']) => void backend.requestHosts(service);
  useEffect(() => {
    document.title = t('app.name');
  }, [t]);
  return (
    <main class="page">
      <WelcomeHead rows={rows} onAllow={allow} />
      {doing.failed && (
        <Banner tone="warn" role="alert">
          <p>{t('options.not-saved')}</p>
        </Banner>
      )}
      <OptionSection title={t('welcome.watch')} hint={t('welcome.watch.hint')}>
        <ServicePicker
          rows={rows}
          onWatch={(service, isWatched) =>
            void doing.run('watch', () => watchService(backend, snapshot, service, isWatched))
          }
          onAllow={allow}
        />
      </OptionSection>
      <OptionSection title={t('welcome.why')}>
        <WhyList />
      </OptionSection>
      {sharing && <ReportSection snapshot={snapshot} sharing={sharing} world={world} />}
      <OfficialSection snapshot={snapshot} backend={backend} />
      <OptionSection title={t('welcome.try')} hint={t('welcome.try.hint')}>
        <RehearsalStage />
      </OptionSection>
    </main>
  );
};
