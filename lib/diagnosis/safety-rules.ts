import type { Cause, Certainty } from '../model/cause.ts';
import type { EvidenceKind } from '../model/evidence.ts';
import type { Ground } from './ground.ts';
import { hasAny, OWN_FAILURES, type Kinds } from './kinds.ts';
import { mostCertain, outageAtMost } from './most-certain.ts';
import { loneLogout, noRoutineEnd } from './thin-evidence.ts';

/**
 * The safety rules, whatever the weights say. Each is one named function; where a rule is kept by the way the facts
 * or the numbers are built, the place is named here.
 *
 * S1 `directEvidence`             S2 `mostCertain` (`most-certain.ts`)   S3 `loneLogout` (`thin-evidence.ts`)
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
  /** S3: a routine end of the session explains nothing of what was seen. */
  readonly noRoutineEnd: boolean;
  /** S2: no cause is named with more certainty than this. */
  readonly mostCertain: (cause: Cause) => Certainty;
}

/** Direct evidence that an outage cannot feign. */
const OF_NO_OUTAGE: readonly EvidenceKind[] = [
  'old-password-page',
  'contact-changed-page',
  'security-email-unrecognised',
  'posts-not-yours',
];

/**
 * Whether an outage may be named beside a break-in: one that is at least likely; or, where no more is known than that the
 * password is refused everywhere, as an outage refuses it too, any that is seen.
 */
const outageBeside = (outage: Certainty, kinds: Kinds): boolean =>
  outage !== 'unsure' ||
  (hasAny(kinds, [...OWN_FAILURES, 'linked-service-failing', 'contacts-affected']) &&
    !hasAny(kinds, OF_NO_OUTAGE));

/** S1: an outage or a lock may be going on as well; nothing that reassures may be named. */
const besideABreakIn = (kinds: Kinds, outage: boolean): readonly Cause[] => {
  const causes: Cause[] = ['account-compromise'];
  if (outage) causes.push('outage');
  if (hasAny(kinds, ['locked-page', 'suspended-page', 'checkpoint-page', 'unusual-login-page']))
    causes.push('account-locked');
  return causes;
};

/**
 * S1 and S9: "was this you?" is no direct evidence alone, and is where a break-in stands for a service with the same
 * sign-in. A lock is not: there the platform has already stepped in.
 */
const askedBesideABreakIn = (kinds: Kinds): boolean =>
  kinds.has('linked-service-compromised') && kinds.has('unusual-login-page');

/** S7: half or more were signed out, and signing in works. */
const massLogoutIsNoOutage = (ground: Ground, kinds: Kinds): boolean =>
  kinds.has('feed-mass-logout') &&
  (kinds.has('feed-sign-in-works') || ground.gotInAtOnce) &&
  !hasAny(kinds, OWN_FAILURES);

/** What the safety rules say on this ground and the kinds of evidence that are there. */
export const rulesFor = (ground: Ground, kinds: Kinds): Rules => {
  const { networkComesFirst } = ground;
  const directEvidence = ground.directEvidence || askedBesideABreakIn(kinds);
  const outage = outageAtMost(ground, kinds);
  const reset = massLogoutIsNoOutage(ground, kinds);
  return {
    directEvidence,
    networkComesFirst,
    worthWatching: ground.refusedAndUnchanged,
    loneLogout: loneLogout(ground, kinds),
    massLogoutIsNoOutage: reset,
    noRoutineEnd: noRoutineEnd(ground, kinds),
    besideABreakIn: besideABreakIn(kinds, !reset && outageBeside(outage, kinds)),
    mostCertain: (cause) => mostCertain(cause, ground, kinds),
  };
};
