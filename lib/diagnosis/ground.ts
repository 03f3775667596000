import type { Scene } from './evidence.ts';
import { feedHolds } from './facts/feed-fact.ts';
import { networkComesFirst, networkKnownGood, serviceBlocked } from './facts/network-state.ts';
import { refusedAndUnchanged, stillRefused, wasRefusedAndUnchanged } from './facts/refusals.ts';
import { gotInAtOnce } from './got-in.ts';
import { NETWORK, OWN } from './what-changed.ts';

/** What the rules look at beside the evidence, at one moment. */
export interface Ground {
  readonly directEvidence: boolean;
  readonly networkComesFirst: boolean;
  /** The last that was seen of the person is that they are in. */
  readonly seenSignedIn: boolean;
  /** Refused only while a verified outage said that passwords are. */
  readonly refusalsExcused: boolean;
  /** So often refused, and not in since; two stands for more. */
  readonly refused: 0 | 1 | 2;
  /** Refused twice, and the person did not change the password, or it fails elsewhere too. */
  readonly refusedAndUnchanged: boolean;
  /** The same at any time of this incident. */
  readonly wasRefusedAndUnchanged: boolean;
  /** S2b: the network is known good. */
  readonly networkGood: boolean;
  /** A verified feed that says something of this service holds. */
  readonly feedSpeaks: boolean;
  /** S7: the person got in, and nothing had been in the way. */
  readonly gotInAtOnce: boolean;
}

/** What the ground depends on (bits of `what-changed.ts`). */
export const GROUND_READS = OWN | NETWORK;

/** A verified feed that says something of this service holds. */
export const feedSpeaks = ({ feed }: Scene['facts'], at: number): boolean =>
  feedHolds(feed, at) && feed.status !== 'unknown';

/** The ground of a scene. */
export const groundOf = (scene: Scene): Ground => {
  const { facts, world, at } = scene;
  return {
    directEvidence: facts.direct,
    networkComesFirst: networkComesFirst(world) || serviceBlocked(facts),
    seenSignedIn: facts.signedIn === true,
    refusalsExcused: facts.signs.has('refused-in-trouble') && !facts.signs.has('refused'),
    refused: stillRefused(facts),
    refusedAndUnchanged: refusedAndUnchanged(facts),
    wasRefusedAndUnchanged: wasRefusedAndUnchanged(facts),
    networkGood: networkKnownGood(world, facts, at),
    feedSpeaks: feedSpeaks(facts, at),
    gotInAtOnce: gotInAtOnce(scene),
  };
};

/** Whether the rules have the same to go by. */
export const sameGround = (one: Ground, other: Ground): boolean =>
  one.directEvidence === other.directEvidence &&
  one.networkComesFirst === other.networkComesFirst &&
  one.seenSignedIn === other.seenSignedIn &&
  one.refusalsExcused === other.refusalsExcused &&
  one.refused === other.refused &&
  one.refusedAndUnchanged === other.refusedAndUnchanged &&
  one.wasRefusedAndUnchanged === other.wasRefusedAndUnchanged &&
  one.networkGood === other.networkGood &&
  one.feedSpeaks === other.feedSpeaks &&
  one.gotInAtOnce === other.gotInAtOnce;
