import { calmSituation } from './situation.ts';
import { DAY, drawFocus, type Draw } from './start.ts';

/** Some people's sessions end in a steady rhythm: a company's rule, a browser that forgets, a service that renews. */
const drawRhythm = (random: Parameters<Draw>[0]): number | null =>
  random.chance(0.12) ? random.pick([1, 1, 7, 14, 30]) * DAY * random.between(0.98, 1.02) : null;

/** The cookie reaches its own last day (365 days after the sign-in in the one export that is known, 90 elsewhere). */
export const cookieExpired: Draw = (random, { watched, meets }) => {
  const focus = drawFocus(random);
  return {
    ...calmSituation(focus, watched, meets, ['session-expired']),
    ends: [{ service: focus, at: meets, how: 'expiry', whileClosed: random.chance(0.4) }],
    rhythm: drawRhythm(random),
  };
};

/** The server lets the session go: long idle, a renewal, a new version of its sign-in. */
export const endedByServer: Draw = (random, { watched, meets }) => {
  const focus = drawFocus(random);
  return {
    ...calmSituation(focus, watched, meets, ['session-expired']),
    ends: [
      {
        service: focus,
        at: meets,
        how: random.chance(0.75) ? 'server' : 'in-page',
        whileClosed: random.chance(0.3),
      },
    ],
    rhythm: drawRhythm(random),
  };
};
