import type { PageKind } from '../../../lib/model/page-kind.ts';
import type { Random } from '../random.ts';
import { calmSituation, UNTOUCHED, type Situation } from './situation.ts';
import { drawFocus, MINUTE, type Draw, type Start } from './start.ts';

/** The page stands in place of the account, most often with the session gone, and at other times above it. */
const lockedWith = (random: Random, start: Start, page: PageKind, sessionGone: number): Situation => {
  const focus = drawFocus(random);
  const at = start.meets - random.between(0, 90) * MINUTE;
  const ends = random.chance(sessionGone)
    ? [{ service: focus, at: start.meets, how: 'server' as const, whileClosed: random.chance(0.3) }]
    : [];
  return {
    ...calmSituation(focus, start.watched, start.meets, ['account-locked']),
    ends,
    accounts: { [focus]: { ...UNTOUCHED, lock: { page, at } } },
  };
};

/** "We saw unusual activity and have locked your account": a false positive of the platform, nobody else was in. */
export const lockedForActivity: Draw = (random, start) => lockedWith(random, start, 'locked', 0.75);

/** Suspended or disabled for a rule, rightly or wrongly. */
export const suspendedForRule: Draw = (random, start) => lockedWith(random, start, 'suspended', 0.7);

/** A security check: confirm that you are human, confirm your identity, enter a code. */
export const securityCheck: Draw = (random, start) => lockedWith(random, start, 'checkpoint', 0.5);

/** "We noticed an unusual login, was this you?" It was: a journey, a new telephone, a VPN. */
export const ownUnusualLogin: Draw = (random, start) => lockedWith(random, start, 'unusual-login', 0.4);
