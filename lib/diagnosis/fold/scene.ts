import type { ServiceId } from '../../model/service-id.ts';
import { directEvidenceStands } from '../direct-evidence.ts';
import type { Scene } from '../evidence.ts';
import type { ServiceFacts } from '../facts/service-facts.ts';
import { factsOf, lastOfOthers } from '../facts/world.ts';
import { linkedTo } from '../numbers/families.ts';
import { ANSWER_SHOWS_NETWORK, FEED_SHOWS_NETWORK, OFFICIAL_READ } from '../numbers/windows.ts';
import type { Fold } from './incident-fold.ts';
import type { OpenIncident } from './open-incident.ts';

const compromisedLink = (fold: Fold, service: ServiceId): ServiceId | null =>
  linkedTo(service).find((linked) => {
    const facts = fold.open.has(linked) ? fold.world.services.get(linked) : undefined;
    return facts !== undefined && directEvidenceStands(facts);
  }) ?? null;

/** What a diagnosis of this incident looks at. */
export const sceneOf = (fold: Fold, incident: OpenIncident, at: number): Scene => ({
  facts: factsOf(fold.world, incident.service),
  world: fold.world,
  at,
  openedAt: incident.openedAt,
  compromisedLink: compromisedLink(fold, incident.service),
});

const feedUntil = (facts: ServiceFacts | undefined): number =>
  Math.max(facts?.feed?.expiresAt ?? -Infinity, facts?.heldFeed?.expiresAt ?? -Infinity);

/** Until when the passing of time alone can change a diagnosis: every window that may still run out. */
export const changesUntil = ({ facts, world, at }: Scene): number => {
  let until = Math.max(
    feedUntil(facts),
    world.feedReadAt + FEED_SHOWS_NETWORK,
    lastOfOthers(world.answered, facts.service) + ANSWER_SHOWS_NETWORK,
  );
  for (const one of facts.official) until = Math.max(until, one.readAt + OFFICIAL_READ);
  for (const linked of linkedTo(facts.service))
    until = Math.max(until, feedUntil(world.services.get(linked)));
  return until >= at ? until : -Infinity;
};
