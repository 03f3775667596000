import type { FeedPayload } from '../../lib/model/feed.ts';
import { toMillis } from '../../lib/model/timestamp.ts';
import type { Services } from './payload.ts';

/** How often a feed is signed when nothing happens, in milliseconds. */
export const ROUTINE = 60_000;
/** However much happens, no sooner than so many milliseconds after the last. */
const SHORTEST = 5_000;
/** A feed from further in the future than this was issued by a clock that has been set back since. */
const CLOCKS_DIFFER = 10_000;

const says = (entry: Services[string] | undefined): string =>
  `${entry?.status} ${entry?.official?.status ?? ''}`;

/** The services of which there is something else to say than what is published. */
export const changedServices = (published: Services, decided: Services): string[] =>
  Object.keys(decided).filter((id) => says(published[id]) !== says(decided[id]));

/** Why to sign at `at` (milliseconds since 1970): because it is time, or because something changed; null when not to. */
export const whyPublish = (
  published: FeedPayload | null,
  epoch: number,
  decided: Services,
  at: number,
): 'first' | 'routine' | 'change' | null => {
  if (!published || published.epoch !== epoch) return 'first';
  const age = at - toMillis(published.issuedAt);
  if (age >= ROUTINE || age < -CLOCKS_DIFFER) return 'routine';
  if (Math.abs(age) < SHORTEST) return null;
  return changedServices(published.services, decided).length > 0 ? 'change' : null;
};
