import { useState } from 'preact/hooks';
import { RecoveryFold } from '../../components/recovery-fold.tsx';
import type { Incident } from '../../lib/model/incident.ts';
import { serviceById } from '../../lib/services/index.ts';
import type { PageWorld } from './page-world.ts';

interface Props {
  readonly incident: Incident;
  readonly world: PageWorld;
  readonly open?: boolean;
}

/** The recovery guide of an incident, with the platform's addresses and what was ticked before. */
export const RecoveryOf = ({ incident, world, open = false }: Props) => {
  const [done, setDone] = useState(() => world.checklists.read(incident.id));
  return (
    <RecoveryFold
      open={open}
      service={incident.service}
      links={serviceById(incident.service)?.links ?? {}}
      done={done}
      onToggle={(step, isDone) => {
        const next = isDone ? [...done, step] : done.filter((other) => other !== step);
        setDone(next);
        world.checklists.write(incident.id, next);
      }}
      onOpenAddress={(address) => void world.backend.openAddress(address)}
    />
  );
};
