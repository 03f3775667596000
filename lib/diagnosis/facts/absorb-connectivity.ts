import type { ObservationOf } from '../../model/observation.ts';
import type { ServiceId } from '../../model/service-id.ts';
import { FAILED_TOGETHER } from '../numbers/windows.ts';
import type { ServiceFacts } from './service-facts.ts';
import { lastOf } from './signs.ts';
import { noteNetworkWorks, type World } from './world.ts';

/** What could not be reached shortly before the network was seen to be bad failed by the network. */
const explainFailure = (facts: ServiceFacts, at: number): void => {
  const { signs } = facts;
  const failed = lastOf(signs, 'request:transport', 'request:tls');
  if (at - failed > FAILED_TOGETHER) return;
  facts.explainedAt = failed;
  if (!signs.has('request:server-error')) signs.delete('errors-in-a-row');
};

/** Takes the state of the network in. Returns the services whose failure it explains, which opens an incident. */
export const absorbConnectivity = (
  world: World,
  { state }: ObservationOf<'connectivity'>,
  at: number,
): ServiceId[] => {
  if (state === 'online') {
    world.onlineAt = at;
    noteNetworkWorks(world, at);
  }
  // A tampered feed takes away "known good" and nothing else: else whoever breaks the feed silences everybody (S5).
  if (state === 'tampered') world.tamperedAt = at;
  if (state === 'online' || state === 'tampered') return [];
  world.badAt = at;
  world.badState = state;
  for (const facts of world.services.values()) explainFailure(facts, at);
  return [...world.services.values()]
    .filter((facts) => at - facts.failedAt <= FAILED_TOGETHER)
    .map((facts) => facts.service);
};
