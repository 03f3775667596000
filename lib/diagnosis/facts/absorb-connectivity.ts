import type { ObservationOf } from '../../model/observation.ts';
import type { ServiceId } from '../../model/service-id.ts';
import { FAILED_TOGETHER } from '../numbers/windows.ts';
import type { World } from './world.ts';

/** Takes the state of the network in. Returns the services whose failure it explains, which opens an incident. */
export const absorbConnectivity = (
  world: World,
  { state }: ObservationOf<'connectivity'>,
  at: number,
): ServiceId[] => {
  if (state === 'online') world.onlineAt = at;
  // A tampered feed takes away "known good" and nothing else: else whoever breaks the feed silences everybody (S5).
  if (state === 'tampered') world.tamperedAt = at;
  if (state === 'online' || state === 'tampered') return [];
  world.badAt = at;
  world.badState = state;
  return [...world.services.values()]
    .filter((facts) => at - facts.failedAt <= FAILED_TOGETHER)
    .map((facts) => facts.service);
};
