import type { FeedEntry } from '../../model/feed.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import type { AnswerEvidence } from './answers.ts';
import type { Likelihood } from './row.ts';

/**
 * P(evidence | cause): how often an incident of this cause shows the evidence. Only ratios within a line matter.
 * Where no source is named the number is a judgement of how the platforms work, given to one significant digit.
 */
export const LIKELIHOODS: Readonly<Record<Exclude<EvidenceKind, AnswerEvidence>, Likelihood>> = {
  // --- How the session ended -------------------------------------------------------------------------------
  // The server deletes the cookie: every reset, most thieves ("end all sessions"), half of the routine ends and of
  // sign-outs made elsewhere; some outages (2024-03-05), not others (2021, 2024-12-11). Never a local reason.
  'session-ended-by-server': {
    outage: 0.35,
    'security-reset': 0.9,
    'account-compromise': 0.75,
    'account-locked': 0.5,
    'rate-limited': 0.1,
    'session-expired': 0.5,
    'signed-out': 0.55,
    rest: 0.01,
  },
  // `explicit` removal: somebody or something in this browser. A thief elsewhere cannot do that. Who has to sign in again
  // after it may come to a throttle or a check, since the device is unknown now.
  'session-ended-by-browser': {
    'browser-cleared': 0.8,
    'signed-out': 0.02,
    'session-expired': 0.008,
    'account-locked': 0.04,
    'rate-limited': 0.04,
    rest: 0.004,
  },
  // The date in the cookie (365 days where it was seen) was reached: no other cause does that but by coincidence; a
  // throttle or a check may come of signing in again.
  'session-ended-by-expiry': {
    'session-expired': 0.35,
    'account-locked': 0.03,
    'rate-limited': 0.03,
    'browser-cleared': 0.008,
    rest: 0.002,
  },
  // The browser threw the cookie out for lack of room.
  'session-ended-by-eviction': { 'browser-cleared': 0.05, rest: 0.0004 },
  // Gone while nobody looked: expired or cleared on exit while the browser was closed, or ended by a server that
  // was not seen doing it (so by most of the thieves that were not seen either). Most wipes take the device's cookies
  // too, which is seen apart.
  'session-ended-unseen': {
    'browser-cleared': 0.2,
    'account-compromise': 0.2,
    'session-expired': 0.3,
    'signed-out': 0.2,
    'security-reset': 0.15,
    network: 0.03,
    'rate-limited': 0.05,
    rest: 0.12,
  },
  // A server leaves the device's cookies alone; a wipe takes them.
  'device-forgotten': {
    'browser-cleared': 0.6,
    'signed-out': 0.01,
    'account-locked': 0.03,
    'rate-limited': 0.03,
    rest: 0.004,
  },
  // Several sites' sessions vanish within two seconds: a cleaner.
  'data-cleared': { 'browser-cleared': 0.5, 'account-locked': 0.02, 'rate-limited': 0.02, rest: 0.003 },
  'logged-out-here': { 'signed-out': 0.6, outage: 0.02, rest: 0.006 },
  // A victim who finds the thief signs out everywhere too.
  'logged-out-everywhere': { 'signed-out': 0.4, 'account-compromise': 0.03, rest: 0.004 },
  // In again and out again within a day: seen in 2024-03-05; a stolen or watched account; hardly ever routine.
  'signed-out-again': {
    outage: 0.2,
    'account-compromise': 0.12,
    'account-locked': 0.1,
    'security-reset': 0.05,
    'browser-cleared': 0.05,
    rest: 0.03,
  },
  // The same age again, three times: a policy of the service or the employer. By chance one in thirty or less.
  'routine-rhythm': { 'session-expired': 0.4, 'signed-out': 0.02, 'browser-cleared': 0.03, rest: 0.01 },

  // --- What the service's pages say ------------------------------------------------------------------------
  // The sign-in page where somebody was signed in: it follows nearly every end of a session. Where it is all that was seen,
  // no wipe was seen taking the cookie.
  'login-page': {
    outage: 0.4,
    'security-reset': 0.9,
    'account-compromise': 0.7,
    'account-locked': 0.4,
    'rate-limited': 0.4,
    'session-expired': 0.7,
    'signed-out': 0.7,
    'browser-cleared': 0.5,
    network: 0.04,
  },
  // The dialog of a tab that was open when the session died; routine words, shown in 2024-03-05 too. Who is asked to wait
  // had to sign in again, and why.
  'session-expired-page': {
    'rate-limited': 0.15,
    outage: 0.3,
    'security-reset': 0.4,
    'account-compromise': 0.25,
    'session-expired': 0.6,
    'signed-out': 0.2,
    'account-locked': 0.08,
    'browser-cleared': 0.03,
    rest: 0.01,
  },
  // Direct evidence. People who changed the password themselves and type the old one exist, and can say so.
  'old-password-page': {
    'account-compromise': 0.5,
    'account-locked': 0.0008,
    'signed-out': 0.0015,
    rest: 0.0001,
  },
  // Direct evidence: the address or the phone of the account was changed.
  'contact-changed-page': {
    'account-compromise': 0.5,
    'account-locked': 0.0008,
    'signed-out': 0.0004,
    rest: 0.0001,
  },
  // "Was this you?": mostly the person's own journey or VPN.
  'unusual-login-page': {
    'account-locked': 0.4,
    'account-compromise': 0.25,
    'security-reset': 0.02,
    'browser-cleared': 0.01,
    rest: 0.002,
  },
  // A challenge: the platform doubts this sign-in; after a wipe the device is unknown, so it doubts more.
  'checkpoint-page': {
    'account-locked': 0.6,
    'account-compromise': 0.12,
    'security-reset': 0.04,
    'browser-cleared': 0.03,
    outage: 0.01,
    'rate-limited': 0.02,
    rest: 0.002,
  },
  // The ordinary second step. It follows any sign-in on a device that was forgotten.
  'two-factor-page': {
    outage: 0.1,
    'security-reset': 0.3,
    'account-compromise': 0.15,
    'account-locked': 0.1,
    'rate-limited': 0.05,
    'session-expired': 0.3,
    'signed-out': 0.3,
    'browser-cleared': 0.4,
    network: 0.02,
  },
  // Locked "because of unusual activity": a thief is sometimes the activity. Wrong locks happen in outages (S8).
  'locked-page': { 'account-locked': 0.45, 'account-compromise': 0.08, outage: 0.01, rest: 0.0008 },
  // Hijacked accounts get disabled (2023); 2022-10-31 told millions wrongly.
  'suspended-page': { 'account-locked': 0.35, 'account-compromise': 0.03, outage: 0.012, rest: 0.0008 },
  'rate-limited-page': {
    'rate-limited': 0.8,
    outage: 0.02,
    'account-locked': 0.02,
    'account-compromise': 0.01,
    network: 0.01,
    rest: 0.002,
  },
  'error-page': { outage: 0.5, 'rate-limited': 0.015, 'account-locked': 0.008, network: 0.008, rest: 0.003 },
  // "Your account is unavailable due to a site issue" (2026-03-03): the platform says itself that it is its fault.
  'unavailable-page': { outage: 0.35, 'account-locked': 0.01, rest: 0.0015 },
  // The site says that its local database failed (WhatsApp Web without persistent storage).
  'storage-lost-page': { 'browser-cleared': 0.35, outage: 0.002, rest: 0.0008 },
  'blocked-page': { network: 0.5, rest: 0.0008 },

  // --- Signing in again ------------------------------------------------------------------------------------
  // With a healthy service, once. Forgotten passwords are common; a thief's changed one is refused for sure, but
  // only if he changed it and the person tried. Who is told to wait has mostly tried too often. See also `SIGN_IN_REFUSED`.
  'sign-in-refused': {
    'account-compromise': 0.5,
    outage: 0.3,
    'session-expired': 0.17,
    'signed-out': 0.2,
    'browser-cleared': 0.17,
    'account-locked': 0.17,
    'rate-limited': 0.4,
    'security-reset': 0.06,
    network: 0.02,
  },
  'sign-in-error': { outage: 0.45, network: 0.08, 'rate-limited': 0.06, 'account-locked': 0.04, rest: 0.015 },
  // A third of the accounts has a second step, asked for at every new sign-in or on a device that was forgotten.
  'sign-in-challenged': {
    'account-locked': 0.4,
    'account-compromise': 0.2,
    'browser-cleared': 0.3,
    'security-reset': 0.2,
    outage: 0.04,
    network: 0.05,
    rest: 0.2,
  },
  'sign-in-works': {
    outage: 0.06,
    'security-reset': 0.85,
    'account-compromise': 0.3,
    'account-locked': 0.1,
    'rate-limited': 0.15,
    'session-expired': 0.8,
    'signed-out': 0.7,
    'browser-cleared': 0.75,
    network: 0.06,
  },

  // --- How the service answers -----------------------------------------------------------------------------
  // 2024-12-11: errors and time-outs without any logout. Else a stray 5xx.
  'server-errors': { outage: 0.6, 'rate-limited': 0.03, network: 0.01, rest: 0.002 },
  // Names that do not resolve, connections that fail, answers that never come: two or three of the dozen known
  // outages (2021-10-04, 2026-01-16, in part 2024-12-11), and most bad lines, resolvers and VPNs.
  unreachable: { network: 0.5, outage: 0.2, 'rate-limited': 0.01, rest: 0.004 },
  // Somebody stands between (hotel, proxy, wrong clock); hardly ever the service's own certificate.
  'certificate-failure': { network: 0.3, outage: 0.008, rest: 0.0015 },
  'request-rate-limited': {
    'rate-limited': 0.7,
    outage: 0.04,
    'account-locked': 0.02,
    network: 0.02,
    rest: 0.008,
  },
  'request-blocked': { network: 0.3, rest: 0.004 },
  // The front door answers. It did all through 2024-03-05 and 2024-12-11, so it says next to nothing about an
  // outage, and much about the line.
  'service-answers': { outage: 0.8, network: 0.12, 'rate-limited': 0.8, rest: 0.95 },

  // --- The network -----------------------------------------------------------------------------------------
  // The browser says so itself; beside another cause it is a coincidence of a few minutes a day.
  offline: { network: 0.6, rest: 0.002 },
  // Two witnesses saw it.
  'captive-portal': { network: 0.5, rest: 0.002 },
  // The same once it is over: what failed in that time failed by it.
  'network-was-bad': { network: 0.6, rest: 0.002 },

  // --- The shared feed and official pages (each weighed by confidence and age) -------------------------------
  // A feed and a witness signed it, from official word or failing probes with a raised crowd.
  'feed-outage': { outage: 0.55, 'security-reset': 0.01, rest: 0.003 },
  // The crowd is high while probes are fine, or probes fail alone: also how a mass logout looks.
  'feed-degraded': { outage: 0.35, 'security-reset': 0.35, rest: 0.006 },
  // The weight is that of the word from then, see `extractors/feed.ts`.
  'feed-showed-trouble': { outage: 0.55, 'security-reset': 0.01, rest: 0.003 },
  // Said in the first minutes of an outage too (2024-03-05 began 17 minutes before any official word), and all along of
  // one that only a region has.
  'feed-operational': { outage: 0.14, 'security-reset': 0.3, rest: 0.97 },
  // Half or more of the reporters were signed out.
  'feed-mass-logout': { outage: 0.4, 'security-reset': 0.8, rest: 0.004 },
  // Many get in again: 2018-09-28 and 2021-01-22; in a sign-in outage nobody does.
  'feed-sign-in-works': { outage: 0.02, 'security-reset': 0.8, rest: 0.1 },
  // Many are told that they are suspended: 2022-10-31.
  'feed-suspensions': { outage: 0.4, 'account-locked': 0.02, 'security-reset': 0.01, rest: 0.006 },
  // An issue on an official page is rare and true. Its silence says nothing (S8).
  'official-issue': { outage: 0.35, 'security-reset': 0.04, rest: 0.01 },

  // --- Linked and other services -----------------------------------------------------------------------------
  // A joint logout: their outage, or a stolen linked account (S9).
  'linked-service-signed-out': {
    outage: 0.35,
    'security-reset': 0.3,
    'account-compromise': 0.15,
    'signed-out': 0.12,
    'browser-cleared': 0.1,
    'account-locked': 0.05,
    rest: 0.03,
  },
  'linked-service-failing': { outage: 0.5, network: 0.12, 'rate-limited': 0.03, rest: 0.02 },
  'linked-service-healthy': { outage: 0.4, network: 0.15, 'rate-limited': 0.8, rest: 0.9 },
  // Somebody is in a linked account: one sign-in opens both. Not proof for this one.
  'linked-service-compromised': { 'account-compromise': 0.4, 'account-locked': 0.05, rest: 0.01 },
  'other-services-failing': { network: 0.45, outage: 0.05, rest: 0.012 },
  // Most bad lines are bad for all; filters, routes and resolvers are bad for one, and a shaky line loses one and serves another.
  'other-services-answer': { network: 0.35, rest: 0.9 },
};

/** Meanings that depend on the context. */
export const SIGN_IN_REFUSED: Readonly<Record<'twice' | 'explained' | 'everywhere', Likelihood>> = {
  // Twice or more with a healthy service: a slip of the finger is ruled out, a forgotten password is not.
  twice: {
    'account-compromise': 0.45,
    outage: 0.25,
    'signed-out': 0.1,
    'session-expired': 0.07,
    'browser-cleared': 0.07,
    'account-locked': 0.1,
    // Against one refusal no more for a break-in than for a wait: an outage that excuses one of two takes that word back.
    'rate-limited': 0.35,
    'security-reset': 0.02,
    network: 0.01,
  },
  // While a verified feed says outage (right passwords were refused on 2024-03-05 and 2026-06-12), or where the person
  // changed the password and typed the old one: something else explains it. Says next to nothing, and the same in both.
  explained: { outage: 0.5, rest: 0.4 },
  // Twice with a healthy service, on another device too, and the person did not change the password: together
  // they count as direct evidence, so the refusal carries that weight.
  everywhere: { 'account-compromise': 0.45, outage: 0.02, 'account-locked': 0.003, rest: 0.0005 },
};

/**
 * Signing in works after something had been in the way (failures, a throttle, an outage in the feed): that is its end.
 * Outages, waits and most locks end that way; a thief who changed the password does not let go of it. Nowhere less than in
 * `sign-in-works`, and the same for a break-in: news of an outage changes one into the other (rule S6).
 */
export const SIGN_IN_WORKS_AT_LAST: Likelihood = {
  outage: 0.75,
  'security-reset': 0.85,
  'account-compromise': 0.3,
  'account-locked': 0.5,
  'rate-limited': 0.75,
  'session-expired': 0.8,
  'signed-out': 0.7,
  'browser-cleared': 0.75,
  network: 0.75,
};

/**
 * The linked service cannot be reached, and no other service was seen to answer: a line that is bad is bad for both, and
 * so is an outage of their owner.
 */
export const LINKED_UNREACHABLE: Readonly<Record<'alone' | 'inTrouble', Likelihood>> = {
  alone: { outage: 0.5, network: 0.4, rest: 0.02 },
  // A verified feed says that it has trouble: no more for a break-in here than without that word, against any cause.
  inTrouble: { outage: 0.5, network: 0.12, rest: 0.005 },
};

/**
 * The linked service's session was found gone at the same time, and nobody saw either go: a wipe or a new profile takes
 * both, and after a long absence both have run out.
 */
export const LINKED_GONE_UNSEEN: Likelihood = {
  'browser-cleared': 0.8,
  outage: 0.3,
  'security-reset': 0.3,
  'account-compromise': 0.15,
  'session-expired': 0.15,
  'signed-out': 0.15,
  rest: 0.05,
};

/**
 * Many were signed out, and many of them are refused: a precaution would let them in again. The weight of "half or
 * more were signed out" when sign-in is refused as well.
 */
export const MASS_LOGOUT_AND_REFUSED: Likelihood = { outage: 0.4, 'security-reset': 0.01, rest: 0.004 };
/** That many get in again, from an entry that says `outage`: no less for the outage than for the rest (rule S6). */
export const SIGN_IN_WORKS_IN_AN_OUTAGE: Likelihood = { outage: 0.1, 'security-reset': 0.8, rest: 0.1 };
/** From this share of refusals on, while no more than that get in. */
export const REFUSED_SHARE_FROM = 0.2;

/**
 * How much a refused password is worth by what the feed says of the service; `unknown` also without a feed. In an outage
 * this is what was refused long before it.
 */
export const REFUSED_WHEN: Readonly<Record<FeedEntry['status'], number>> = {
  operational: 1,
  unknown: 0.7,
  degraded: 0.35,
  outage: 0.35,
};

/** Evidence that counts for less than this (a feed at the end of its life) is no leg and no sign for the safety rules. */
export const SAYS_SOMETHING = 0.1;

/** Sessions of several owners found gone at once, beside a cleaner that was seen at work: a long absence does it too. */
export const GONE_TOGETHER = 0.7;

/** What a single server error is worth beside a run of them. */
export const SINGLE_ERROR = 0.45;

/** What cannot be reached minutes after a bad network, beside what failed in the midst of it: the line comes and goes. */
export const NETWORK_JUST_BACK = 0.5;

/** An `operational` feed whose reports are raised all the same is worth half. */
export const OPERATIONAL_BUT_RAISED = 0.5;
/** Reports above this multiple of what is expected are raised. */
export const RAISED_FROM = 2;
/** A `degraded` entry without a crowd behind it (probes alone) is worth half. */
export const DEGRADED_WITHOUT_CROWD = 0.5;
/** A symptom that this share of the reporters shows counts as the crowd's. */
export const CROWD_SYMPTOM_FROM = 0.3;
/** A `degraded` entry worth this much excuses refused passwords; an `outage` always does. */
export const TROUBLE_FROM = 0.3;
/** Shares from which "many signed out", "many get in again" and "many told they are suspended" hold. */
export const MASS_LOGOUT_FROM = 0.5;
export const SIGN_IN_WORKS_FROM = 0.5;
export const SUSPENSIONS_FROM = 0.3;
/** An official `degraded` beside an official `outage`. */
export const OFFICIAL_DEGRADED = 0.7;
