import type { RequestOutcome } from '../../../lib/model/observation.ts';
import type { ServiceId } from '../../../lib/model/service-id.ts';
import type { Random } from '../random.ts';
import { quietFault, type Fault } from './fault.ts';
import { drawOfficial, drawSpan, near } from './outage-spans.ts';
import { calmSituation } from './situation.ts';
import { drawFocus, type Draw } from './start.ts';

const failing = (
  random: Random,
  service: ServiceId,
  span: Parameters<typeof quietFault>[1],
  outcomes: readonly RequestOutcome[],
  never: number,
): Fault => {
  const share = near(random, 0.65, 0.3);
  return {
    ...quietFault(service, span),
    // Some Instagram users were signed out on 2024-12-11 (C).
    ends: { share: random.between(0, 0.08), how: 'deleted', again: 0.1 },
    signIn: { refused: random.between(0, 0.05), error: share, stuck: 0 },
    page: { kind: 'error', share: near(random, 0.5, 0.3) },
    wire: { outcomes, share },
    frontDoor: near(random, 0.6, 0.35),
    crowd: {
      times: random.around(80, 3),
      symptoms: {
        errors: near(random, 0.8, 0.15),
        unreachable: random.between(0.02, 0.3),
        'forced-logout': random.between(0, 0.1),
      },
      scope: 'global',
      officialAfter: drawOfficial(random, never),
    },
  };
};

/** As on 2024-12-11: error pages, blank screens, server errors and time-outs on all of Meta's services. */
export const errorsOutage: Draw = (random, { watched, meets }) => {
  const focus = drawFocus(random, { facebook: 55, instagram: 35, messenger: 5, threads: 5 });
  const span = drawSpan(random, meets, [1, 7]);
  const hit = (['facebook', 'instagram', 'messenger', 'threads', 'whatsapp'] as const).filter(
    (service) => service === focus || random.chance(0.75),
  );
  return {
    ...calmSituation(focus, watched, meets, ['outage']),
    faults: hit.map((service) => failing(random, service, span, ['server-error', 'timeout'], 0.4)),
  };
};

/** One service alone, not one of Meta's: X on 2022-12-28 (green official page), 2025-03-10, 2025-11-18 and 2026-01-16. */
export const errorsOutageOfX: Draw = (random, { watched, meets }) => {
  const span = drawSpan(random, meets, [0.5, 4]);
  const outcomes: readonly RequestOutcome[] = random.chance(0.7)
    ? ['server-error', 'timeout']
    : ['timeout', 'unreachable'];
  const fault = failing(random, 'x', span, outcomes, 0.9);
  const signedOut = random.chance(0.3)
    ? { ends: { share: near(random, 0.5, 0.3), how: 'in-page' as const, again: 0.1 } }
    : {};
  return {
    ...calmSituation('x', watched, meets, ['outage']),
    faults: [{ ...fault, ...signedOut }],
  };
};
