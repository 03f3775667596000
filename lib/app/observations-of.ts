import type { Incident } from '../model/incident.ts';
import type { Observation } from '../model/observation.ts';
import { toMillis } from '../model/timestamp.ts';
import type { ServiceDefinition } from '../services/index.ts';
import type { ObservationLog } from '../storage/stores.ts';

/** What was known of the feed and the network shortly before belongs to an incident too. */
const BEFORE_MS = 15 * 60_000;

/** The part of the log that an incident rests on: its service, the linked ones, and the browser's network. */
export const observationsOf = async (
  log: ObservationLog,
  services: readonly ServiceDefinition[],
  incident: Pick<Incident, 'service' | 'openedAt' | 'closedAt'>,
  now: number,
): Promise<Observation[]> => {
  const siblings = services.find(({ id }) => id === incident.service)?.siblings ?? [];
  const until = incident.closedAt === null ? now : toMillis(incident.closedAt);
  const seen = await log.read(toMillis(incident.openedAt) - BEFORE_MS, until);
  return seen.filter(
    ({ service }) =>
      service === null || service === incident.service || siblings.some((id) => id === service),
  );
};
