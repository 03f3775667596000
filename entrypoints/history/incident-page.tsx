import { Banner } from '../../components/banner.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { IncidentTimeline } from '../../components/incident-timeline.tsx';
import { NoteField } from '../../components/note-field.tsx';
import { OfficialQuote } from '../../components/official-quote.tsx';
import { SparkCurve } from '../../components/spark-curve.tsx';
import { useSpeech } from '../../components/speech.tsx';
import { VerdictCard } from '../../components/verdict-card.tsx';
import type { PageWorld } from '../page-frame/page-world.ts';
import { RecoveryOf } from '../page-frame/recovery-of.tsx';
import { useDoing } from '../page-frame/use-doing.ts';
import { useLive } from '../page-frame/use-live.ts';
import { IncidentTools } from './incident-tools.tsx';
import { reportsAtThatTime } from './reports-at-that-time.ts';

interface Props {
  readonly id: string;
  /** The recovery guide stands open from the start. */
  readonly guideOpen: boolean;
  readonly world: PageWorld;
  readonly onGone: () => void;
}

/** One incident: the verdict, what happened when, the reports at that time, notes, and what one may do with it. */
export const IncidentPage = ({ id, guideOpen, world, onGone }: Props) => {
  const { backend } = world;
  const { t } = useSpeech().texts;
  const doing = useDoing();
  const { value, failed } = useLive(backend, id, async () => ({ found: await backend.readIncident(id) }));
  if (!value)
    return (
      <p class="soft" role="status">
        {failed ? t('history.failed') : t('history.loading')}
      </p>
    );
  if (!value.found) return <EmptyState icon="question" title={t('incident.not-found')} />;

  const { incident, observations } = value.found;
  const { curve, official } = reportsAtThatTime(incident.service, observations);
  return (
    <div class="incident">
      {doing.failed && (
        <Banner tone="warn" role="alert">
          {t('popup.failed')}
        </Banner>
      )}
      <div class="incident-side">
        <div class="sheet">
          <VerdictCard
            roomy
            incident={incident}
            onAnswer={(question, answer) =>
              doing.run('answer', () => backend.answer(incident.service, question, answer))
            }
            onMethod={() => void backend.openPage('method')}
            recovery={<RecoveryOf incident={incident} world={world} open={guideOpen} />}
          >
            {curve && <SparkCurve service={incident.service} curve={curve} />}
            <OfficialQuote official={official} />
          </VerdictCard>
        </div>
        <IncidentTools incident={incident} world={world} doing={doing} onGone={onGone} />
      </div>
      <div class="incident-main">
        <IncidentTimeline incident={incident} observations={observations} />
        <NoteField
          key={id}
          note={incident.note}
          onSave={async (note) => (await backend.writeNote(id, note)).ok}
        />
      </div>
    </div>
  );
};
