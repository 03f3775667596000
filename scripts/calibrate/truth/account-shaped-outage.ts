import { quietFault } from './fault.ts';
import { drawOfficial, drawSpan, near } from './outage-spans.ts';
import { calmSituation } from './situation.ts';
import type { Draw } from './start.ts';

/**
 * As on 2022-10-31: Instagram alone tells many that they are suspended, most of them signed out. Few reports (7,000 for
 * "millions" who were hit): the crowd is slow to show it, and the front door works. Official word on the platform's own
 * account within minutes, on a status page never. The platform did lock this account, wrongly: to say so is true as well.
 */
export const falseSuspensions: Draw = (random, { watched, meets }) => {
  const focus = random.chance(0.85) ? 'instagram' : 'facebook';
  const span = drawSpan(random, meets, [2, 8]);
  return {
    ...calmSituation(focus, watched, meets, ['outage', 'account-locked']),
    faults: [
      {
        ...quietFault(focus, span),
        ends: { share: near(random, 0.8, 0.2), how: random.chance(0.7) ? 'deleted' : 'in-page', again: 0.3 },
        signIn: {
          refused: random.between(0, 0.1),
          error: random.between(0, 0.2),
          stuck: random.between(0.3, 0.7),
        },
        page: { kind: random.chance(0.9) ? 'suspended' : 'checkpoint', share: near(random, 0.85, 0.15) },
        frontDoor: random.between(0, 0.15),
        crowd: {
          times: random.around(25, 2),
          symptoms: {
            'suspended-notice': near(random, 0.75, 0.2),
            'forced-logout': near(random, 0.65, 0.25),
            'sign-in-works': random.between(0, 0.08),
          },
          scope: 'global',
          officialAfter: drawOfficial(random, 0.85),
        },
      },
    ],
  };
};

/** As on 2026-03-03: "account temporarily unavailable due to a site issue", mostly on the website; the official page never says so. */
export const accountPageOutage: Draw = (random, { watched, meets }) => {
  const focus = random.chance(0.85) ? 'facebook' : 'instagram';
  const span = drawSpan(random, meets, [2, 8]);
  const wire = random.chance(0.5)
    ? { outcomes: ['server-error' as const], share: random.between(0.05, 0.3) }
    : null;
  return {
    ...calmSituation(focus, watched, meets, ['outage']),
    faults: [
      {
        ...quietFault(focus, span),
        ends: {
          share: random.between(0.05, 0.35),
          how: random.chance(0.6) ? 'deleted' : 'in-page',
          again: 0.3,
        },
        signIn: { refused: random.between(0, 0.2), error: near(random, 0.6, 0.25), stuck: 0 },
        page: { kind: 'unavailable', share: near(random, 0.8, 0.2) },
        wire,
        frontDoor: random.chance(0.6) ? random.between(0, 0.15) : random.between(0.2, 0.6),
        crowd: {
          times: random.around(40, 2),
          symptoms: {
            errors: near(random, 0.6, 0.2),
            'sign-in-rejected': random.between(0.05, 0.3),
            'forced-logout': random.between(0.02, 0.25),
          },
          scope: 'global',
          officialAfter: null,
        },
      },
    ],
  };
};
