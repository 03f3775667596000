import type { ServiceId } from '../../../lib/model/service-id.ts';
import type { Random } from '../random.ts';
import { calmSituation, type BadNetwork, type Situation } from './situation.ts';
import { drawFocus, MINUTE, type Draw, type Start } from './start.ts';

const badNetwork = (
  random: Random,
  { watched, meets }: Start,
  how: BadNetwork['how'],
  minutes: readonly [number, number],
  of: (focus: ServiceId) => readonly ServiceId[] | null = () => null,
): Situation => {
  const focus = drawFocus(random);
  return {
    ...calmSituation(focus, watched, meets, ['network']),
    network: {
      how,
      from: meets - random.between(0, 3) * MINUTE,
      until: meets + random.between(...minutes) * MINUTE,
      services: of(focus),
    },
  };
};

/** Wi-Fi gone, a train in a tunnel, a router restarting. */
export const offline: Draw = (random, start) => badNetwork(random, start, 'offline', [1, 40]);

/** A hotel, train or café that wants a click first. */
export const captivePortal: Draw = (random, start) => badNetwork(random, start, 'captive-portal', [2, 40]);

/** A resolver, VPN or proxy that fails: no name resolves, or everything times out, the feed's too. */
export const noNames: Draw = (random, start) =>
  badNetwork(random, start, random.chance(0.7) ? 'no-names' : 'lossy', [2, 60]);

/** A school, employer or state that blocks these services and nothing else. */
export const blocked: Draw = (random, start) =>
  badNetwork(random, start, 'blocked', [60, 600], (focus) =>
    focus === 'x' ? ['x'] : ['facebook', 'instagram', 'messenger', 'threads', 'whatsapp', focus],
  );
