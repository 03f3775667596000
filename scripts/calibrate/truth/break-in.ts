import type { ServiceId } from '../../../lib/model/service-id.ts';
import type { Random } from '../random.ts';
import { calmSituation, UNTOUCHED, type PlannedEnd, type Situation, type Thief } from './situation.ts';
import { drawFocus, HOUR, type Draw, type Start } from './start.ts';

const QUIET: Thief = {
  passwordChanged: false,
  contactChanged: false,
  oldPasswordSaid: 0,
  contactPage: 0,
  unusualPage: 0,
  mail: false,
  posts: false,
};

/** Thieves want Facebook and Instagram accounts most (all the facts' cases but Cookiethief). */
const target = (random: Random): ServiceId =>
  drawFocus(random, { facebook: 50, instagram: 42, x: 6, threads: 2 });

/** A changed password ends the other sessions unless the thief leaves them; the page may only say so. */
const thrownOut = (random: Random, service: ServiceId, at: number): PlannedEnd => ({
  service,
  at,
  how: random.chance(0.8) ? 'server' : 'in-page',
  whileClosed: random.chance(0.35),
});

const breakIn = (random: Random, start: Start, focus: ServiceId, thief: Thief): Situation => ({
  ...calmSituation(focus, start.watched, start.meets, ['account-compromise']),
  ends: [thrownOut(random, focus, start.meets)],
  accounts: { [focus]: { ...UNTOUCHED, thief } },
});

/**
 * The thief has changed the password. Whether and how often the page then says "old password" is not verified (facts, 8.3):
 * anything between rarely and mostly. Platforms mail of a changed password; a thief who has the mailbox deletes it.
 */
export const passwordChanged: Draw = (random, start) => {
  const focus = target(random);
  return breakIn(random, start, focus, {
    ...QUIET,
    passwordChanged: true,
    oldPasswordSaid: focus === 'facebook' ? random.between(0.2, 0.95) : random.between(0, 0.4),
    mail: random.chance(0.75),
    posts: random.chance(0.3),
  });
};

/** As in the ".ru" wave of August 2018: the address is changed first, then the password; mail with "revert this change". */
export const contactChanged: Draw = (random, start) => {
  const focus = random.chance(0.75) ? 'instagram' : target(random);
  return breakIn(random, start, focus, {
    ...QUIET,
    passwordChanged: random.chance(0.85),
    contactChanged: true,
    oldPasswordSaid: random.between(0, 0.4),
    contactPage: random.between(0.1, 0.6),
    mail: random.chance(0.85),
    posts: random.chance(0.3),
  });
};

/**
 * Cookies stolen by malware (Ducktail, NodeStealer, Cookiethief): the thief rides the session and changes nothing; the
 * session ends when the thief or the platform ends it, and the person signs in again as if nothing had happened.
 */
export const silent: Draw = (random, start) => breakIn(random, start, target(random), QUIET);

/** The thief rides the session and posts or writes to friends; the password still works. */
export const strangePosts: Draw = (random, start) =>
  breakIn(random, start, target(random), {
    ...QUIET,
    posts: true,
    mail: random.chance(0.3),
  });

/** As in the 2023-03 wave: name and password changed, then the platform disables or locks the account by itself. Both are true. */
export const thenDisabled: Draw = (random, start) => {
  const focus = random.chance(0.7) ? 'facebook' : 'instagram';
  const page = random.weighted({ suspended: 6, locked: 3, checkpoint: 1 });
  const made = breakIn(random, start, focus, {
    ...QUIET,
    passwordChanged: random.chance(0.6),
    oldPasswordSaid: random.between(0, 0.5),
    mail: random.chance(0.6),
    posts: random.chance(0.5),
  });
  const account = {
    ...UNTOUCHED,
    ...made.accounts[focus],
    lock: { page, at: start.meets - random.between(0, 6) * HOUR },
  };
  return { ...made, causes: ['account-compromise', 'account-locked'], accounts: { [focus]: account } };
};

/** The platform noticed the stranger and asks "was this you?" at the next visit. Challenged and broken into are both true. */
export const noticedByPlatform: Draw = (random, start) => {
  const focus = target(random);
  const made = breakIn(random, start, focus, {
    ...QUIET,
    unusualPage: random.between(0.8, 1),
    mail: random.chance(0.6),
    posts: random.chance(0.2),
  });
  return { ...made, causes: ['account-compromise', 'account-locked'] };
};

/** Through a linked account: one is taken with its password, the other goes with the shared sign-in. */
export const linkedAccount: Draw = (random, start) => {
  const [focus, first] = random.chance(0.6)
    ? (['instagram', 'facebook'] as const)
    : (['facebook', 'instagram'] as const);
  const thief: Thief = {
    ...QUIET,
    passwordChanged: true,
    contactChanged: random.chance(0.4),
    oldPasswordSaid: random.between(0.1, 0.8),
    contactPage: random.between(0, 0.3),
    mail: random.chance(0.75),
  };
  const made = breakIn(random, start, focus, { ...thief, passwordChanged: random.chance(0.7) });
  return {
    ...made,
    watched: [...new Set([...made.watched, first])],
    ends: [...made.ends, thrownOut(random, first, start.meets - random.between(0, 0.3) * HOUR)],
    accounts: { ...made.accounts, [first]: { ...UNTOUCHED, thief } },
  };
};
