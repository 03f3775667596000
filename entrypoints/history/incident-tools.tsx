import { ConfirmButton } from '../../components/confirm-button.tsx';
import { useSpeech } from '../../components/speech.tsx';
import type { Incident } from '../../lib/model/incident.ts';
import { saveRecord, saveTable } from '../page-frame/export-files.ts';
import type { PageWorld } from '../page-frame/page-world.ts';
import type { Doing } from '../page-frame/use-doing.ts';

interface Props {
  readonly incident: Incident;
  readonly world: PageWorld;
  readonly doing: Doing;
  readonly onGone: () => void;
}

/** What one may do with an incident: settle it, take it along, print it, erase it. */
export const IncidentTools = ({ incident, world, doing, onGone }: Props) => {
  const { backend, checklists, now } = world;
  const { t } = useSpeech().texts;
  const erase = async () => {
    if (!(await doing.run('erase', () => backend.removeIncident(incident.id)))) return;
    checklists.forget(incident.id);
    onGone();
  };
  const close = () => void doing.run('close', () => backend.closeIncident(incident.id));
  return (
    <div class="tools">
      {incident.closedAt === null && (
        <button type="button" class="button" onClick={close}>
          {t('popup.close-incident')}
        </button>
      )}
      <button type="button" class="button" onClick={() => void saveRecord(backend, incident.id, now())}>
        {t('history.export-json')}
      </button>
      <button type="button" class="button" onClick={() => saveTable([incident], now())}>
        {t('history.export-csv')}
      </button>
      <button type="button" class="button" onClick={() => print()}>
        {t('history.print')}
      </button>
      <ConfirmButton
        label={t('incident.erase')}
        question={t('incident.erase.sure')}
        onConfirm={() => void erase()}
      />
    </div>
  );
};
