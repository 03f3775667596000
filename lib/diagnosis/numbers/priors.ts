import type { Cause } from '../../model/cause.ts';

/**
 * Base rates: of a hundred incidents that a person notices (signed out, or cannot get in), how many have this
 * cause, before anything is known. They need not add up to 1; the posterior normalises.
 */
export const PRIORS: Readonly<Record<Cause, number>> = {
  // Sessions end by themselves once in 90 to 365 days and service: by far the commonest reason.
  'session-expired': 0.4,
  // A person's own connection, resolver, VPN or a hotel's network fails several times a year, laptops wake without one
  // every week: some three times as often as a large service does.
  network: 0.35,
  // Cleaners, "clear on exit", storage failures: about as often as a year has big cleanings.
  'browser-cleared': 0.14,
  // A large service fails for many people a few times a year, and each time everybody notices.
  outage: 0.12,
  // Changed a password or signed out everywhere on the phone and forgot this browser: once in some years, where
  // sessions end one to four times a year.
  'signed-out': 0.05,
  // Challenges and locks, most of them for travel, VPNs or automation: once in some years for most, again and again for few.
  'account-locked': 0.02,
  // Too many tries; shared addresses.
  'rate-limited': 0.02,
  // Once in several years for a service (2018-09-28; by mistake 2021-01-22), and then for a small part of its users (90
  // million of two thousand), all of whom notice.
  'security-reset': 0.005,
  // 9 manual hijacks per million users and day (Google, 2011-14) against an end of session every 90 to 365 days
  // gives 0.1 to 0.3 % of forced logouts.
  'account-compromise': 0.001,
};

/** How many incidents the base rates are worth when a person's own past incidents are counted in. */
export const PRIOR_WORTH = 20;

/** At most so many past incidents count, so that history informs and never decides. */
export const HISTORY_AT_MOST = 10;

/** A past break-in makes another one likelier, but never on its own probable. A past without one never reassures. */
export const COMPROMISE_PRIOR_AT_MOST = 0.01;
