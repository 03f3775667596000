import type { ServiceId } from '../../model/service-id.ts';
import type { Scene } from '../evidence.ts';
import { linkedTo } from '../numbers/families.ts';
import type { Fold } from './incident-fold.ts';
import type { OpenIncident } from './open-incident.ts';

const compromisedLink = (fold: Fold, service: ServiceId): ServiceId | null =>
  linkedTo(service).find((linked) => {
    const facts = fold.open.has(linked) ? fold.world.services.get(linked) : undefined;
    return facts !== undefined && facts.direct;
  }) ?? null;

/** What a diagnosis of this incident looks at. */
export const sceneOf = (fold: Fold, incident: OpenIncident, at: number): Scene => ({
  facts: incident.facts,
  world: fold.world,
  at,
  openedAt: incident.openedAt,
  course: incident.course,
  compromisedLink: compromisedLink(fold, incident.service),
});
