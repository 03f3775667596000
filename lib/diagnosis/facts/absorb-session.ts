import type { ObservationOf } from '../../model/observation.ts';
import {
  BEFORE_OPENING,
  RHYTHM_BEATS,
  RHYTHM_FROM,
  RHYTHM_MEMORY,
  RHYTHM_TOLERANCE,
  SIGNED_OUT_AGAIN,
} from '../numbers/windows.ts';
import type { ServiceFacts } from './service-facts.ts';
import { noteIn } from './refusals.ts';
import { settleBeforeLoss } from './settle-failures.ts';
import { forgetOwnSignOut, see } from './signs.ts';
import { noteClearing, noteGoneTogether } from './absorb-clearing.ts';
import type { World } from './world.ts';

const sameAge = (one: number, other: number): boolean =>
  Math.abs(one - other) <= RHYTHM_TOLERANCE * Math.max(one, other);

/** Sessions that end at the same age again and again are routine for this person; otherwise a second end is trouble. */
const noteRepetition = (facts: ServiceFacts, at: number): void => {
  const age = facts.startedAt === null ? null : at - facts.startedAt;
  const beats = age === null || age < RHYTHM_FROM ? 0 : facts.ages.filter((one) => sameAge(one, age)).length;
  if (age !== null && beats >= RHYTHM_BEATS) see(facts.signs, 'routine-rhythm', at, beats + 1, age / 1000);
  else if (facts.startedSinceEnd && at - facts.endedAt <= SIGNED_OUT_AGAIN)
    see(facts.signs, 'signed-out-again', at, 1, (at - facts.endedAt) / 1000);
  if (age !== null) facts.ages = [...facts.ages, age].slice(-RHYTHM_MEMORY);
};

const absorbEnd = (
  world: World,
  facts: ServiceFacts,
  seen: ObservationOf<'session'>,
  at: number,
): boolean => {
  see(facts.signs, `ended:${seen.by}`, at);
  // Where the server is known to have ended the session the device's cookies are no sign of a local wipe.
  if (seen.deviceForgotten && seen.by !== 'server' && seen.by !== 'user')
    see(facts.signs, 'device-forgotten', at);
  if (seen.by === 'server' || seen.by === 'unknown' || seen.by === 'expiry') noteRepetition(facts, at);
  if (seen.by === 'browser' || seen.by === 'unknown') {
    noteClearing(world, facts, at);
    noteGoneTogether(world, at);
  }
  if (seen.by !== 'user') {
    settleBeforeLoss(facts, at);
    forgetOwnSignOut(facts.signs, at - BEFORE_OPENING);
    see(facts.signs, 'session-lost', at);
    facts.lostAccount = seen.account ?? facts.account;
  }
  facts.endedAt = at;
  facts.startedSinceEnd = false;
  facts.startedAt = null;
  facts.signedIn = false;
  return seen.by !== 'user';
};

/** Signing in with another account of the same person does not bring the lost one back. */
export const isOtherAccount = (
  { lostAccount }: ServiceFacts,
  { account }: ObservationOf<'session'>,
): boolean => lostAccount !== null && account !== undefined && account !== lostAccount;

/** Takes a change of the session in. Returns whether it opens an incident. */
export const absorbSession = (
  world: World,
  facts: ServiceFacts,
  seen: ObservationOf<'session'>,
  at: number,
): boolean => {
  if (seen.change === 'ended') return absorbEnd(world, facts, seen, at);
  facts.otherAccount = isOtherAccount(facts, seen);
  // The sign-in that led to it was the other account's.
  if (facts.otherAccount) facts.signs.delete('login:accepted');
  else noteIn(facts, at);
  if (seen.change === 'started') {
    if (!facts.otherAccount) see(facts.signs, 'started', at);
    facts.startedAt = at;
    facts.startedSinceEnd = true;
  }
  facts.account = seen.account ?? facts.account;
  facts.signedIn = true;
  return false;
};
