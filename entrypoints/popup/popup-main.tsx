import { Icon } from '../../components/icon.tsx';
import { RecoveredCard } from '../../components/recovered-card.tsx';
import { ServiceDesk } from '../../components/service-desk.tsx';
import { useSpeech } from '../../components/speech.tsx';
import type { Incident } from '../../lib/model/incident.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';
import type { PageWorld } from '../page-frame/page-world.ts';
import type { Doing } from '../page-frame/use-doing.ts';
import { IncidentCard } from './incident-card.tsx';

interface Props {
  readonly snapshot: Snapshot;
  readonly open: readonly Incident[];
  readonly recovered: readonly Incident[];
  readonly world: PageWorld;
  readonly doing: Doing;
}

const Quiet = ({ snapshot, recovered, world, doing }: Props) => {
  const { t } = useSpeech().texts;
  const watched = snapshot.services.filter((row) => row.watched);
  // Where nothing can be seen, nothing is known: that is not "no trouble".
  const kind = watched.some(({ permitted }) => permitted) ? 'quiet' : 'blind';
  return (
    <section class="popup-quiet">
      {recovered.length === 0 && (
        <>
          <h2>
            <Icon name={kind === 'quiet' ? 'shield-check' : 'question'} />
            {t(`popup.${kind}`)}
          </h2>
          <p class="soft">{t(`popup.${kind}.hint`)}</p>
        </>
      )}
      <ServiceDesk
        rows={watched}
        onReport={(service) => doing.run('report', () => world.backend.reportSignedOut(service))}
      />
    </section>
  );
};

/** What is going on, the gravest first; or that nothing is, with every watched service. */
export const PopupMain = (props: Props) => {
  const { snapshot, open, recovered, world, doing } = props;
  const { t } = useSpeech().texts;
  const card = (incident: Incident, place: number) => (
    <IncidentCard
      key={incident.id}
      incident={incident}
      rows={snapshot.services}
      alone={place > 0}
      world={world}
      doing={doing}
    />
  );
  const [first, ...others] = open;
  return (
    <>
      {recovered.map((incident) => (
        <RecoveredCard key={incident.id} incident={incident} />
      ))}
      {first ? card(first, 0) : <Quiet {...props} />}
      {others.length > 0 && (
        <details class="popup-others fold" open>
          <summary>{t('popup.other-incidents')}</summary>
          {others.map((incident, place) => card(incident, place + 1))}
        </details>
      )}
    </>
  );
};
