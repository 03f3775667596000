import { quietFault, type Fault } from './fault.ts';
import { drawSpan, near } from './outage-spans.ts';
import { calmSituation } from './situation.ts';
import { drawFocus, HOUR, type Draw } from './start.ts';

const massLogout = (service: Fault['service'], span: Parameters<typeof quietFault>[1]): Fault =>
  quietFault(service, span);

/**
 * As on 2018-09-28: 90 million were signed out on purpose; signing in works at once; the announcement came with it or
 * hours later, on no status page. The other services were not touched.
 */
export const securityReset: Draw = (random, { watched, meets }) => {
  const focus = drawFocus(random, { facebook: 70, instagram: 25, x: 5 });
  const span = drawSpan(random, meets, [2, 12]);
  return {
    ...calmSituation(focus, watched, meets, ['security-reset']),
    faults: [
      {
        ...massLogout(focus, span),
        ends: { share: 1, how: random.chance(0.9) ? 'deleted' : 'in-page', again: 0 },
        signIn: {
          refused: random.between(0, 0.02),
          error: random.between(0, 0.03),
          stuck: random.between(0, 0.05),
        },
        crowd: {
          times: random.around(60, 2.5),
          symptoms: {
            'forced-logout': near(random, 0.9, 0.1),
            'sign-in-works': near(random, 0.75, 0.2),
            'sign-in-rejected': random.between(0, 0.08),
            errors: random.between(0, 0.05),
          },
          scope: 'global',
          officialAfter: null,
        },
      },
    ],
  };
};

/**
 * As on 2021-01-22: a change of configuration signed some people out ("session expired"); signing in worked for most, but
 * codes by SMS came late. Technically the same as a precaution (facts, 0.4), so the same may be said; whom the late codes
 * kept out met a fault too.
 */
export const benignMassLogout: Draw = (random, { watched, meets }) => {
  const span = drawSpan(random, meets, [1.5, 5]);
  const stuck = random.between(0.05, 0.25);
  const focus = random.chance(0.9) ? 'facebook' : 'instagram';
  return {
    ...calmSituation(focus, watched, meets, ['security-reset', 'outage']),
    faults: [
      {
        ...massLogout(focus, { ...span, end: Math.min(span.end, span.start + 8 * HOUR) }),
        ends: { share: 1, how: random.chance(0.6) ? 'deleted' : 'in-page', again: 0 },
        signIn: { refused: random.between(0, 0.04), error: random.between(0, 0.06), stuck },
        crowd: {
          times: random.around(30, 2),
          symptoms: {
            'forced-logout': near(random, 0.85, 0.1),
            'sign-in-works': near(random, 0.6, 0.2),
            'sign-in-rejected': random.between(0.02, 0.15),
            errors: random.between(0, 0.1),
          },
          scope: 'global',
          officialAfter: random.chance(0.3) ? random.between(40, 90) * 60_000 : null,
        },
      },
    ],
  };
};
