import { calmSituation, UNTOUCHED } from './situation.ts';
import { drawFocus, MINUTE, type Draw } from './start.ts';

/**
 * "Please wait a few minutes": too many requests from this address or by a tool, while signed in; or too many tries at
 * the sign-in, after a session that had ended by itself (then both are true). Instagram does it most (facts, 3.3).
 */
export const rateLimited: Draw = (random, { watched, meets }) => {
  const focus = drawFocus(random, { instagram: 65, facebook: 22, threads: 5, x: 8 });
  const limitedUntil = meets + random.between(4, 90) * MINUTE;
  const afterTries = random.chance(0.4);
  return {
    ...calmSituation(
      focus,
      watched,
      meets,
      afterTries ? ['rate-limited', 'session-expired'] : ['rate-limited'],
    ),
    ends: afterTries
      ? [{ service: focus, at: meets - random.between(1, 8) * MINUTE, how: 'server', whileClosed: false }]
      : [],
    accounts: { [focus]: { ...UNTOUCHED, limitedUntil } },
  };
};
