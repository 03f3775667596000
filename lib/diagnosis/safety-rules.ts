import type { Cause, Certainty } from '../model/cause.ts';
import type { EvidenceKind } from '../model/evidence.ts';
import type { Scene } from './evidence.ts';
import { gotInAtOnce } from './got-in.ts';
import { feedHolds } from './facts/feed-fact.ts';
import { networkComesFirst, networkKnownGood, serviceBlocked } from './facts/network-state.ts';
import { refusedAndUnchanged } from './facts/refusals.ts';
import { SIGNS_OF_AN_OUTAGE } from './signs-of-an-outage.ts';

/**
 * The safety rules, whatever the weights say. Each is one named function; where a rule is kept by the way the facts
 * or the numbers are built, the place is named here.
 *
 * S1 `directEvidence`             S2 `mostCertain`                 S3 `loneLogout`
 * S4 `facts/absorb-feed.ts`: what is not verified, or has expired, adds no evidence
 * S5 `networkComesFirst`          S6 one group for each direct sign (`numbers/groups.ts`), `facts/absorb-feed.ts`
 *                                    keeps the earlier entry beside a new outage, `facts/in-order.ts` orders sets
 * S7 `massLogoutIsNoOutage`       S8 `numbers/likelihoods.ts` (pages) and `facts/absorb-official.ts` (green says nothing)
 * S9 `extractors/linked-services.ts` and its likelihoods: informs, never decides
 */
export interface Rules {
  /** S1: the alarm is `act`. */
  readonly directEvidence: boolean;
  /** S1: the causes that may be named while direct evidence stands: the break-in, or what is seen beside it. */
  readonly besideABreakIn: readonly Cause[];
  /** S5: nothing new is said about the account. */
  readonly networkComesFirst: boolean;
  /** Strong, though not direct, evidence: whatever is said, the person is asked to look. */
  readonly worthWatching: boolean;
  /** S3: a bare forced logout is not explained. */
  readonly loneLogout: boolean;
  /** S7: many were signed out and signing in works. */
  readonly massLogoutIsNoOutage: boolean;
  /** S3: nothing tells that a session ended, so its routine end is no explanation. */
  readonly noSessionEnded: boolean;
  /** S2: no cause is named with more certainty than this. */
  readonly mostCertain: (cause: Cause) => Certainty;
}

/** What the rules look at beside the evidence, at one moment. */
export interface Ground {
  readonly directEvidence: boolean;
  readonly networkComesFirst: boolean;
  /** Refused twice, and the person did not change the password. */
  readonly refusedAndUnchanged: boolean;
  /** S2b: the network is known good. */
  readonly networkGood: boolean;
  /** A verified feed that says something of this service holds. */
  readonly feedSpeaks: boolean;
  /** S7: the person got in, and nothing had been in the way. */
  readonly gotInAtOnce: boolean;
}

/** The ground of a scene. */
export const groundOf = (scene: Scene): Ground => {
  const { facts, world, at } = scene;
  return {
    directEvidence: facts.direct,
    networkComesFirst: networkComesFirst(world) || serviceBlocked(facts),
    refusedAndUnchanged: refusedAndUnchanged(facts),
    networkGood: networkKnownGood(world, facts, at),
    feedSpeaks: feedHolds(facts.feed, at) && facts.feed.status !== 'unknown',
    gotInAtOnce: gotInAtOnce(scene),
  };
};

/** Whether the rules have the same to go by. */
export const sameGround = (one: Ground, other: Ground): boolean =>
  one.directEvidence === other.directEvidence &&
  one.networkComesFirst === other.networkComesFirst &&
  one.refusedAndUnchanged === other.refusedAndUnchanged &&
  one.networkGood === other.networkGood &&
  one.feedSpeaks === other.feedSpeaks &&
  one.gotInAtOnce === other.gotInAtOnce;

type Kinds = ReadonlySet<EvidenceKind>;

const hasAny = (kinds: Kinds, wanted: readonly EvidenceKind[]): boolean =>
  wanted.some((kind) => kinds.has(kind));

/** S3: what adds nothing to a forced logout. All else is a further sign. */
const ADDS_NOTHING: Kinds = new Set<EvidenceKind>([
  'session-ended-by-server',
  'login-page',
  'service-answers',
  'feed-operational',
  'other-services-answer',
  'linked-service-healthy',
  'was-signed-in',
]);

const loneLogout = (kinds: Kinds): boolean => {
  if (!hasAny(kinds, ['session-ended-by-server', 'login-page'])) return false;
  for (const kind of kinds) if (!ADDS_NOTHING.has(kind)) return false;
  return true;
};

/** What tells that a session ended, or that the person is out. */
const OUT: readonly EvidenceKind[] = [
  'session-ended-by-server',
  'session-ended-by-browser',
  'session-ended-by-expiry',
  'session-ended-by-eviction',
  'session-ended-unseen',
  'device-forgotten',
  'data-cleared',
  'login-page',
  'session-expired-page',
  'was-signed-in',
  'sign-in-refused',
  'sign-in-error',
  'sign-in-challenged',
];

/** S2: failures of the service itself, other than not reaching it. */
const OWN_FAILURES: readonly EvidenceKind[] = [
  'server-errors',
  'error-page',
  'unavailable-page',
  'sign-in-error',
];

const OTHER_SIGNS = SIGNS_OF_AN_OUTAGE.filter((kind) => kind !== 'unreachable');

/** S2: two legs make an outage certain; one leg, or half ones, less. */
const outageAtMost = (ground: Ground, kinds: Kinds): Certainty => {
  const localSign = hasAny(kinds, SIGNS_OF_AN_OUTAGE);
  const fails = kinds.has('unreachable') || hasAny(kinds, OWN_FAILURES);
  const was = kinds.has('feed-showed-trouble');
  // What the feed said then is not what it says: no new certainty comes of it.
  if (fails && ground.networkGood && !unreachableAlone(ground, kinds) && !(was && !kinds.has('feed-outage')))
    return 'confident';
  // An official issue and a name that does not resolve may have nothing to do with each other.
  if (!localSign || (unreachableAlone(ground, kinds) && !was && !hasAny(kinds, OTHER_SIGNS))) return 'unsure';
  if (kinds.has('feed-outage')) return 'confident';
  // Reports alone never make an outage: with what is seen here they make one likely.
  return was || kinds.has('feed-degraded') || kinds.has('official-issue') ? 'likely' : 'unsure';
};

/** S2: one service that cannot be reached, no verified feed, no other of its family failing: it may be either end. */
const unreachableAlone = ({ feedSpeaks }: Ground, kinds: Kinds): boolean =>
  kinds.has('unreachable') &&
  !hasAny(kinds, [
    ...OWN_FAILURES,
    'linked-service-failing',
    'other-services-failing',
    'offline',
    'network-was-bad',
  ]) &&
  !hasAny(kinds, ['captive-portal', 'blocked-page', 'request-blocked', 'certificate-failure']) &&
  !feedSpeaks;

/** S1: an outage or a lock may be going on as well; nothing that reassures may be named. */
const besideABreakIn = (kinds: Kinds, outage: boolean): readonly Cause[] => {
  const causes: Cause[] = ['account-compromise'];
  if (outage) causes.push('outage');
  if (hasAny(kinds, ['locked-page', 'suspended-page', 'checkpoint-page', 'unusual-login-page']))
    causes.push('account-locked');
  return causes;
};

/** S7: half or more were signed out, and signing in works. */
const massLogoutIsNoOutage = (ground: Ground, kinds: Kinds): boolean =>
  kinds.has('feed-mass-logout') &&
  (kinds.has('feed-sign-in-works') || ground.gotInAtOnce) &&
  !hasAny(kinds, OWN_FAILURES);

/** Causes that tell the person to do nothing: after two refusals of an unchanged password only a verified outage is sure. */
const REASSURING: ReadonlySet<Cause> = new Set<Cause>(['session-expired', 'signed-out', 'browser-cleared']);

const reassures = (cause: Cause, kinds: Kinds): boolean =>
  REASSURING.has(cause) || (cause === 'outage' && !kinds.has('feed-outage'));

/** What the safety rules say on this ground and the kinds of evidence that are there. */
export const rulesFor = (ground: Ground, kinds: Kinds): Rules => {
  const { directEvidence, networkComesFirst } = ground;
  const outage = outageAtMost(ground, kinds);
  const reset = massLogoutIsNoOutage(ground, kinds);
  return {
    directEvidence,
    networkComesFirst,
    worthWatching: ground.refusedAndUnchanged,
    loneLogout: loneLogout(kinds),
    massLogoutIsNoOutage: reset,
    noSessionEnded: !hasAny(kinds, OUT),
    besideABreakIn: besideABreakIn(kinds, !reset && outage !== 'unsure'),
    mostCertain: (cause) => {
      if (ground.refusedAndUnchanged && reassures(cause, kinds)) return 'unsure';
      if (cause === 'outage') return outage;
      return cause === 'network' && unreachableAlone(ground, kinds) ? 'unsure' : 'confident';
    },
  };
};
