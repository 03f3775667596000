import type { Cause } from '../../model/cause.ts';

/**
 * What a mistake costs, in units of one harmless mistake (naming the wrong harmless cause: the person waits or
 * signs in, and learns better).
 */
export const HARMLESS_MISTAKE = 1;

/** Naming a break-in where there is none: a password changed in a panic, perhaps on the wrong page. */
export const FALSE_ACCUSATION = 4;

/**
 * Not saying: the person stays worried and has to look further. Below 1, so that a cause needs about 0.35 to be
 * named; far above 0, since "not sure" helps nobody.
 */
export const UNCLEAR = 0.65;

/** Saying "not sure" (with `watch`) to somebody whose account is being used by a thief. */
export const UNCLEAR_IN_A_BREAK_IN = 8;

/**
 * Naming this cause while somebody else is in the account, with no alarm: the thief keeps it. 50 times dearer than a
 * false accusation for the causes that tell the person to do nothing; less where the words still send them to look.
 */
export const FALSE_REASSURANCE: Readonly<Record<Cause, number>> = {
  outage: 200,
  'session-expired': 200,
  'signed-out': 200,
  'browser-cleared': 200,
  network: 100,
  'rate-limited': 100,
  'security-reset': 50,
  'account-locked': 8,
  'account-compromise': 0,
};

/**
 * The same where the alarm is `watch` (see `WATCH_FROM`): whatever the cause, the words then ask the person to look for
 * signs of somebody else, and most thieves leave some. So it costs a seventh. A wait and a bad line are over soon, and
 * then the person sees the account again.
 */
export const FALSE_REASSURANCE_WATCHED: Readonly<Record<Cause, number>> = {
  outage: 30,
  'session-expired': 30,
  'signed-out': 30,
  'browser-cleared': 30,
  network: 20,
  'rate-limited': 20,
  'security-reset': 20,
  'account-locked': 8,
  'account-compromise': 0,
};

/** A verdict that stands gives way only to one that is cheaper by this much. */
export const MARGIN = 0.1;

/** From this probability of a break-in on, the alarm is at least `watch`: the base rate of a bare forced logout is above it. */
export const WATCH_FROM = 0.0015;

/** Certainty in words (see the verdict's `certainty`). */
export const CONFIDENT_FROM = 0.9;
export const LIKELY_FROM = 0.6;

/** A cause that is as probable as this is listed as also possible; a break-in earlier, since it matters more. */
export const ALSO_POSSIBLE_FROM = 0.1;
export const BREAK_IN_ALSO_POSSIBLE_FROM = 0.02;

/** Questions and measurements that tell less than this (nats) are not worth a person's time. */
export const GAIN_FROM = 0.002;
