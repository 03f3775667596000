import { ServiceMatrix } from '../../components/service-matrix.tsx';
import { useSpeech } from '../../components/speech.tsx';
import { VerdictCard } from '../../components/verdict-card.tsx';
import type { Incident } from '../../lib/model/incident.ts';
import type { ServiceRow } from '../../lib/model/snapshot.ts';
import { serviceById } from '../../lib/services/index.ts';
import type { PageWorld } from '../page-frame/page-world.ts';
import type { Doing } from '../page-frame/use-doing.ts';

interface Props {
  readonly incident: Incident;
  readonly rows: readonly ServiceRow[];
  /** The other services stand with another incident above. */
  readonly alone: boolean;
  readonly world: PageWorld;
  readonly doing: Doing;
}

/** The service itself, then those that share its sign-in, then what else has a status. */
const relatedRows = (incident: Incident, rows: readonly ServiceRow[]): readonly ServiceRow[] => {
  const siblings: readonly string[] = serviceById(incident.service)?.siblings ?? [];
  const rank = ({ service }: ServiceRow) =>
    service === incident.service ? 0 : siblings.includes(service) ? 1 : 2;
  return rows.filter((row) => row.watched || row.entry !== null).toSorted((a, b) => rank(a) - rank(b));
};

/** One open incident in the popup: the verdict, and what the world says about it. */
export const IncidentCard = ({ incident, rows, alone, world, doing }: Props) => {
  const { t } = useSpeech().texts;
  const related = relatedRows(incident, rows);
  const openIncident = (more: string) =>
    void world.backend.openPage('history', `#incident=${encodeURIComponent(incident.id)}${more}`);
  return (
    <VerdictCard
      incident={incident}
      onAnswer={(question, answer) =>
        doing.run('answer', () => world.backend.answer(incident.service, question, answer))
      }
      onMethod={() => void world.backend.openPage('method')}
      recovery={
        // A popup closes as soon as one looks at another tab, which the guide asks for: it has a page.
        <button
          type="button"
          class="button button-primary recovery-fold"
          data-do="recover"
          onClick={() => openIncident('&recovery=open')}
        >
          {t('recovery.open')}
        </button>
      }
    >
      <ServiceMatrix rows={alone ? related.slice(0, 1) : related} unfolded={incident.service} />
      <p class="popup-settle answers">
        <button type="button" class="button" onClick={() => openIncident('')}>
          {t('popup.details')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => void doing.run('close', () => world.backend.closeIncident(incident.id))}
        >
          {t('popup.close-incident')}
        </button>
      </p>
    </VerdictCard>
  );
};
