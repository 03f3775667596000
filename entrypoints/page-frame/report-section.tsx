import { useState } from 'preact/hooks';
import { OptionSection } from '../../components/option-section.tsx';
import { ReportPicture } from '../../components/report-picture.tsx';
import { ReportSwitch } from '../../components/report-switch.tsx';
import { useSpeech } from '../../components/speech.tsx';
import type { Sharing } from '../../lib/model/sharing.ts';
import type { SharingBackend } from '../../lib/app/sharing-backend.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';
import { feedInUse } from './feed-in-use.ts';
import type { PageWorld } from './page-world.ts';
import { sampleReport } from './sample-report.ts';
import { switchReports } from './switch-reports.ts';

interface Props {
  readonly snapshot: Snapshot;
  readonly sharing: Sharing;
  readonly world: PageWorld<SharingBackend>;
}

/** Anonymous reports: off until chosen, with an exact picture of what is sent. */
export const ReportSection = ({ snapshot: { settings }, sharing, world }: Props) => {
  const { t } = useSpeech().texts;
  const [failure, setFailure] = useState<Awaited<ReturnType<typeof switchReports>>>(null);
  const feed = feedInUse(settings, sharing);
  const state = settings.reports ? 'on' : 'off';
  return (
    <OptionSection title={t('reports.title')} hint={t('reports.hint')}>
      {feed && (
        <ReportPicture
          {...sampleReport(world.now())}
          bases={feed.bases}
          longestDelay={sharing.longestDelay}
        />
      )}
      <ReportSwitch
        state={feed ? state : 'no-feed'}
        failure={failure}
        sharing={sharing}
        onSwitch={(on) => void switchReports(world.backend, settings, on).then(setFailure)}
      />
      {feed && state === 'on' && <p class="soft small">{t('reports.withdraw')}</p>}
    </OptionSection>
  );
};
