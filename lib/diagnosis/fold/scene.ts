import type { ServiceId } from '../../model/service-id.ts';
import type { Scene } from '../evidence.ts';
import { linkedTo } from '../numbers/families.ts';
import type { Fold } from './incident-fold.ts';
import type { OpenIncident } from './open-incident.ts';

const compromisedLink = (fold: Fold, service: ServiceId): ServiceId | null => {
  for (const linked of linkedTo(service)) if (fold.open.get(linked)?.facts.direct) return linked;
  return null;
};

/** What a diagnosis of this incident looks at. */
export const sceneOf = (fold: Fold, incident: OpenIncident, at: number): Scene => ({
  facts: incident.facts,
  world: fold.world,
  at,
  openedAt: incident.openedAt,
  course: incident.course,
  compromisedLink: compromisedLink(fold, incident.service),
});
