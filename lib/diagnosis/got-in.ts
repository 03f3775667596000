import { inTroubleAt } from './course/course.ts';
import type { Scene } from './evidence.ts';
import type { Sighting, Sign } from './facts/signs.ts';

/** What stood in the way before: a sign-in that works after it says that it is over, and little of what it was. */
const IN_THE_WAY: readonly Sign[] = [
  'page:error',
  'page:unavailable',
  'page:rate-limited',
  'page:locked',
  'page:suspended',
  'page:checkpoint',
  'page:unusual-login',
  'login:error',
  'refused-in-trouble',
  'request:server-error',
  'request:transport',
  'request:rate-limited',
];

/** A sign-in that works after the session was lost; null for none. One from before says nothing of now. */
export const signedInSince = ({ facts: { signs } }: Scene): Sighting | null => {
  const works = signs.get('login:accepted') ?? signs.get('started');
  const lost = signs.get('session-lost');
  return works && lost && works.last >= lost.last ? works : null;
};

/**
 * Whether the person got in where nothing had been in the way: no failure or refusal here, and no outage in the
 * feed, or one that shows many signed out, none refused, and was in force when they got in (rule S7).
 */
export const gotInAtOnce = (scene: Scene): boolean => {
  const works = signedInSince(scene);
  if (!works || IN_THE_WAY.some((sign) => scene.facts.signs.has(sign))) return false;
  const trouble = scene.course.trouble?.feed;
  if (!trouble) return true;
  return trouble.worth.massLogout > 0 && !trouble.refusing && inTroubleAt(scene.course, works.last);
};
