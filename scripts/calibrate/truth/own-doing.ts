import { calmSituation, UNTOUCHED, type Account, type Situation } from './situation.ts';
import { drawFocus, MINUTE, type Draw, type Start } from './start.ts';
import type { Random } from '../random.ts';

const ownDoing = (random: Random, start: Start, own: Partial<Account['own']>): Situation => {
  const focus = drawFocus(random);
  return {
    ...calmSituation(focus, start.watched, start.meets, ['signed-out']),
    ends: [
      {
        service: focus,
        at: start.meets,
        how: random.chance(0.85) ? 'server' : 'in-page',
        whileClosed: random.chance(0.3),
      },
    ],
    accounts: { [focus]: { ...UNTOUCHED, own: { ...UNTOUCHED.own, ...own } } },
  };
};

/** The person changed the password on the telephone; this browser, or its password manager, still knows the old one. */
export const changedPasswordElsewhere: Draw = (random, start) =>
  ownDoing(random, start, {
    passwordChanged: true,
    typesOldOne: random.chance(0.6),
    everywhere: random.chance(0.3),
    contactChanged: random.chance(0.05),
  });

/** The person pressed "log out of all sessions" on another device, or ended this one there. */
export const loggedOutEverywhere: Draw = (random, start) => ownDoing(random, start, { everywhere: true });

/** Signed out here, some time ago, and now wonders at the sign-in page. */
export const forgotOwnLogout: Draw = (random, start) => {
  const made = ownDoing(random, start, {});
  const at = start.meets - random.between(2, 600) * MINUTE;
  return { ...made, ends: [{ service: made.focus, at, how: 'own', whileClosed: false }] };
};
