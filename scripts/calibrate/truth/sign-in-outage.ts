import type { ServiceId } from '../../../lib/model/service-id.ts';
import type { Random } from '../random.ts';
import { quietFault, type Fault } from './fault.ts';
import { drawOfficial, drawSpan, near } from './outage-spans.ts';
import { calmSituation } from './situation.ts';
import { drawFocus, type Draw } from './start.ts';

/**
 * As on 2024-03-05: Facebook and Messenger sign everybody out and refuse right passwords, Instagram and Threads stay
 * signed in and cannot load, WhatsApp works. Whether the server deletes the cookie or only the page says so is not known
 * (facts, 1.1): both. 500,000 reports in an hour where a few dozen are usual.
 */
export const signInOutage2024: Draw = (random, { watched, meets }) => {
  const focus = drawFocus(random, { facebook: 70, messenger: 10, instagram: 15, threads: 5 });
  const severity = random.between(0.6, 1);
  const span = drawSpan(random, meets, [1.2, 3.5]);
  const officialAfter = drawOfficial(random, 0.3);
  const how = random.chance(0.65) ? 'deleted' : 'in-page';
  const times = random.around(250, 2.5);
  const signedOut = (service: ServiceId): Fault => ({
    ...quietFault(service, span),
    ends: { share: near(random, 0.9, 0.1), how, again: 0.3 },
    signIn: {
      refused: near(random, 0.55, 0.25) * severity,
      error: near(random, 0.35, 0.15) * severity,
      stuck: random.between(0, 0.1),
    },
    page: random.chance(0.4) ? { kind: 'error', share: random.between(0.05, 0.3) } : null,
    wire: random.chance(0.5) ? { outcomes: ['server-error'], share: random.between(0.02, 0.25) } : null,
    frontDoor: random.chance(0.6) ? random.between(0, 0.1) : random.between(0.3, 0.9),
    crowd: {
      times,
      symptoms: {
        'forced-logout': near(random, 0.75, 0.2),
        'sign-in-rejected': near(random, 0.45, 0.2),
        'sign-in-works': random.between(0, 0.04),
        errors: near(random, 0.35, 0.2),
      },
      scope: 'global',
      officialAfter,
    },
  });
  const unloaded = (service: ServiceId): Fault => ({
    ...quietFault(service, span),
    page: { kind: 'error', share: near(random, 0.6, 0.3) * severity },
    wire: { outcomes: ['server-error', 'timeout'], share: near(random, 0.6, 0.3) * severity },
    frontDoor: random.between(0, 0.4),
    crowd: {
      times: times * random.between(0.1, 0.4),
      symptoms: { errors: near(random, 0.7, 0.2), 'forced-logout': random.between(0, 0.15) },
      scope: 'global',
      officialAfter: random.chance(0.5) ? officialAfter : null,
    },
  });
  return {
    ...calmSituation(focus, watched, meets, ['outage']),
    faults: [signedOut('facebook'), signedOut('messenger'), unloaded('instagram'), unloaded('threads')],
  };
};

const webDown = (random: Random, service: ServiceId, span: Parameters<typeof quietFault>[1]): Fault => ({
  ...quietFault(service, span),
  page: { kind: 'error', share: near(random, 0.6, 0.3) },
  wire: { outcomes: ['server-error', 'timeout'], share: near(random, 0.6, 0.3) },
  frontDoor: near(random, 0.6, 0.3),
  crowd: {
    times: random.around(60, 2.5),
    symptoms: { errors: near(random, 0.8, 0.15) },
    scope: 'global',
    officialAfter: null,
  },
});

/**
 * As on 2026-06-12: signed out in the middle of something; signing in ends in "Query error" or in a refusal of the right
 * password; the web versions of Instagram and WhatsApp are down.
 */
export const signInOutage2026: Draw = (random, { watched, meets }) => {
  const focus = drawFocus(random, { facebook: 70, messenger: 10, instagram: 20 });
  const span = drawSpan(random, meets, [1.5, 4]);
  const how = random.chance(0.7) ? 'deleted' : 'in-page';
  const signedOut = (service: ServiceId): Fault => ({
    ...quietFault(service, span),
    ends: { share: near(random, 0.75, 0.2), how, again: 0.3 },
    signIn: {
      refused: near(random, 0.3, 0.15),
      error: near(random, 0.55, 0.2),
      stuck: random.between(0, 0.05),
    },
    page: { kind: 'error', share: near(random, 0.35, 0.25) },
    wire: { outcomes: ['server-error'], share: near(random, 0.35, 0.25) },
    frontDoor: near(random, 0.3, 0.25),
    crowd: {
      times: random.around(150, 2.5),
      symptoms: {
        'forced-logout': near(random, 0.6, 0.2),
        'sign-in-rejected': near(random, 0.35, 0.2),
        'sign-in-works': random.between(0, 0.06),
        errors: near(random, 0.55, 0.2),
      },
      scope: 'global',
      officialAfter: drawOfficial(random, 0.5),
    },
  });
  return {
    ...calmSituation(focus, watched, meets, ['outage']),
    faults: [
      signedOut('facebook'),
      signedOut('messenger'),
      webDown(random, 'instagram', span),
      webDown(random, 'whatsapp', span),
    ],
  };
};
