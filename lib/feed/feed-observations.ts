import type { Observation } from '../model/observation.ts';
import type { ServiceId } from '../model/service-id.ts';
import { toTimestamp } from '../model/timestamp.ts';
import type { FeedView } from './feed-view.ts';
import { ageOf, secondsLeft } from './freshness.ts';

/**
 * What is to be logged of a feed for these services at `now` (milliseconds since 1970): for a verified feed the entry
 * of each, with its age and the seconds it still holds; else that the feed is absent, and why. A service that the
 * feed does not name gives no observation: nothing was seen of it. Without a feed (`none`) there is nothing to log.
 */
export const feedObservations = (
  view: Pick<FeedView, 'state' | 'payload'>,
  services: readonly ServiceId[],
  now: number,
): Observation[] => {
  const { state, payload } = view;
  const at = toTimestamp(now);
  if (state === 'none') return [];
  if (state !== 'verified') return services.map((service) => ({ at, service, kind: 'feed', state }));
  if (!payload) return [];
  const ttl = secondsLeft(payload, now);
  if (ttl === 0) return services.map((service) => ({ at, service, kind: 'feed', state: 'stale' }));
  return services.flatMap((service) => {
    const entry = Object.hasOwn(payload.services, service) ? payload.services[service] : undefined;
    if (!entry) return [];
    return { at, service, kind: 'feed', state, age: ageOf(payload, now), ttl, entry };
  });
};
