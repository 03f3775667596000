import type { ServiceId } from '../../model/service-id.ts';
import { weighedAnewAt } from '../course/course.ts';
import type { Scene } from '../evidence.ts';
import { nextStepOf } from '../facts/feed-fact.ts';
import { factsOf } from '../facts/world.ts';
import { linkedTo } from '../numbers/families.ts';
import { OFFICIAL_READ } from '../numbers/windows.ts';
import type { Fold } from './incident-fold.ts';
import type { OpenIncident } from './open-incident.ts';
import { othersUntil } from './touched.ts';

const compromisedLink = (fold: Fold, service: ServiceId): ServiceId | null =>
  linkedTo(service).find((linked) => {
    const facts = fold.open.has(linked) ? fold.world.services.get(linked) : undefined;
    return facts !== undefined && facts.direct;
  }) ?? null;

/** What a diagnosis of this incident looks at. */
export const sceneOf = (fold: Fold, incident: OpenIncident, at: number): Scene => ({
  facts: factsOf(fold.world, incident.service),
  world: fold.world,
  at,
  openedAt: incident.openedAt,
  course: incident.course,
  compromisedLink: compromisedLink(fold, incident.service),
});

/** When the passing of time alone can next change a diagnosis (ms): a feed's age, or a window that runs out. */
export const nextChange = (scene: Scene): number => {
  const { facts, at, course } = scene;
  let next = Math.min(nextStepOf(facts.feed, at), nextStepOf(facts.heldFeed, at), othersUntil(scene));
  const consider = (moment: number): void => {
    if (moment > at && moment < next) next = moment;
  };
  consider(weighedAnewAt(course) + 1);
  if (course.again) consider(course.troubleUntil);
  for (const one of facts.official) consider(one.readAt + OFFICIAL_READ + 1);
  return next;
};
