import type { Cause, Certainty } from '../model/cause.ts';
import type { EvidenceKind } from '../model/evidence.ts';
import type { Ground } from './ground.ts';
import { hasAny, OWN_FAILURES, ROUTINE, SHOWN_FAILURES, type Kinds } from './kinds.ts';
import { SIGNS_OF_AN_OUTAGE } from './signs-of-an-outage.ts';

const OTHER_SIGNS = SIGNS_OF_AN_OUTAGE.filter((kind) => kind !== 'unreachable');

/** What shows that the network fails, or something on the way, and not the service. */
const ON_THE_WAY: readonly EvidenceKind[] = [
  'offline',
  'captive-portal',
  'network-was-bad',
  'other-services-failing',
  'blocked-page',
  'request-blocked',
  'certificate-failure',
];

/** What else tells of a service that cannot be reached. */
const TELLS_MORE: readonly EvidenceKind[] = [...OWN_FAILURES, ...ON_THE_WAY, 'linked-service-failing'];

/** S2: two legs make an outage certain; one leg, or half ones, less. */
export const outageAtMost = (ground: Ground, kinds: Kinds): Certainty => {
  const localSign = hasAny(kinds, SIGNS_OF_AN_OUTAGE);
  const fails = kinds.has('unreachable') || hasAny(kinds, OWN_FAILURES);
  const was = kinds.has('feed-showed-trouble');
  // What the feed said then is not what it says: no new certainty comes of it.
  if (fails && ground.networkGood && !unreachableAlone(ground, kinds) && !was)
    return oneFailureBesideALock(ground, kinds) ? 'unsure' : 'confident';
  // An official issue and a name that does not resolve may have nothing to do with each other.
  if (!localSign || (unreachableAlone(ground, kinds) && !was && !hasAny(kinds, OTHER_SIGNS))) return 'unsure';
  if (kinds.has('feed-outage')) return 'confident';
  // Reports alone never make an outage: with what is seen here they make one likely.
  return was || kinds.has('feed-degraded') || kinds.has('official-issue') ? 'likely' : 'unsure';
};

/** One sign-in that failed is no outage where the platform itself says that it locked the account, and no feed says more. */
const oneFailureBesideALock = ({ feedSpeaks }: Ground, kinds: Kinds): boolean =>
  !feedSpeaks &&
  hasAny(kinds, ['locked-page', 'suspended-page']) &&
  !hasAny(kinds, [...SHOWN_FAILURES, 'linked-service-failing']);

/** S2: one service that cannot be reached, no verified feed, no other of its family failing: it may be either end. */
const unreachableAlone = ({ feedSpeaks }: Ground, kinds: Kinds): boolean =>
  kinds.has('unreachable') && !feedSpeaks && !hasAny(kinds, TELLS_MORE);

/** What shows a bad network beside a service that cannot be reached. */
const BAD_NETWORK: readonly EvidenceKind[] = [...ON_THE_WAY, 'contacts-not-affected'];

/**
 * One leg is no certainty for harmless causes either: a session that a server ended, or that was found gone, may have been
 * ended by a thief who leaves no trace; a service that cannot be reached, and nothing more, may be down itself.
 */
const onOneLeg = (cause: Cause, kinds: Kinds): boolean =>
  (cause === 'session-expired' && !hasAny(kinds, ROUTINE)) ||
  (cause === 'network' && kinds.has('unreachable') && !hasAny(kinds, BAD_NETWORK));

/** Causes that tell the person to do nothing. */
const REASSURING: ReadonlySet<Cause> = new Set<Cause>(['session-expired', 'signed-out', 'browser-cleared']);

/**
 * S1: strong though not direct evidence (refused twice and unchanged, or the platform asks "was this you?") leaves nothing
 * harmless sure but a verified outage; nor is somebody who is still refused surely told that all is well.
 */
const besideStrongEvidence = (cause: Cause, ground: Ground, kinds: Kinds): boolean => {
  const strong = ground.wasRefusedAndUnchanged || kinds.has('unusual-login-page');
  if (cause === 'outage') return strong && !kinds.has('feed-outage');
  return REASSURING.has(cause) && (strong || ground.refused > 0);
};

/** S1 and S2: no cause is named with more certainty than this. */
export const mostCertain = (cause: Cause, ground: Ground, kinds: Kinds): Certainty => {
  if (besideStrongEvidence(cause, ground, kinds)) return 'unsure';
  if (cause === 'outage') return outageAtMost(ground, kinds);
  if (cause === 'network' && unreachableAlone(ground, kinds)) return 'unsure';
  if (!onOneLeg(cause, kinds)) return 'confident';
  // A whole family without names while the network is known good may be down (2021-10-04).
  return cause === 'network' && ground.networkGood && kinds.has('linked-service-failing')
    ? 'unsure'
    : 'likely';
};
