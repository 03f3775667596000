import type { RequestOutcome } from '../../../lib/model/observation.ts';
import { quietFault } from './fault.ts';
import { drawSpan, near } from './outage-spans.ts';
import { calmSituation } from './situation.ts';
import { drawFocus, type Draw } from './start.ts';

/**
 * As on 2021-10-04: the names of all of Meta's services no longer resolve, or their addresses do not answer; sessions are
 * untouched. The official page may have gone with them: it says nothing for most of the time.
 */
export const networkOutage: Draw = (random, { watched, meets }) => {
  const focus = drawFocus(random, { facebook: 55, instagram: 35, messenger: 5, threads: 5 });
  const span = drawSpan(random, meets, [3, 7.5]);
  const outcomes: readonly RequestOutcome[] = random.chance(0.75)
    ? ['dns', 'dns', 'timeout']
    : ['unreachable', 'timeout'];
  const share = near(random, 0.92, 0.08);
  return {
    ...calmSituation(focus, watched, meets, ['outage']),
    faults: (['facebook', 'instagram', 'messenger', 'threads', 'whatsapp'] as const).map((service) => ({
      ...quietFault(service, { ...span, full: span.start + random.between(0.2, 4) * 60_000 }),
      signIn: { refused: 0, error: 0.5, stuck: 0 },
      wire: { outcomes, share },
      frontDoor: share,
      crowd: {
        times: random.around(400, 2.5),
        symptoms: { unreachable: near(random, 0.93, 0.07), errors: random.between(0, 0.15) },
        scope: 'global',
        officialAfter: random.chance(0.8) ? null : random.between(20, 70) * 60_000,
      },
    })),
  };
};
