import type { RequestOutcome } from '../../../lib/model/observation.ts';
import { quietFault } from './fault.ts';
import { drawOfficial, drawSpan, near } from './outage-spans.ts';
import { calmSituation } from './situation.ts';
import { drawFocus, HOUR, MINUTE, type Draw } from './start.ts';

/**
 * In one region only: a data centre or a path to it. Errors, unreachable addresses, or sign-in; the rest of the world is
 * fine, so that the probes elsewhere see nothing and the crowd is small. The sources list such days only in passing: the
 * ranges are a guess between a global outage and nothing.
 */
export const regionalOutage: Draw = (random, { watched, meets }) => {
  const focus = drawFocus(random);
  const shape = random.weighted({ errors: 6, unreachable: 1.5, 'sign-in': 3 });
  const span = drawSpan(random, meets, [0.5, 5]);
  const siblings = (['facebook', 'instagram', 'messenger', 'threads'] as const).filter(
    (service) => service === focus || (focus !== 'x' && random.chance(0.6)),
  );
  const hit = focus === 'x' ? (['x'] as const) : siblings;
  const outcomes: readonly RequestOutcome[] =
    shape === 'errors' ? ['server-error', 'timeout'] : ['timeout', 'unreachable'];
  const failing = shape !== 'sign-in';
  return {
    ...calmSituation(focus, watched, meets, ['outage']),
    faults: hit.map((service) => ({
      ...quietFault(service, { ...span, end: Math.min(span.end, span.start + 6 * HOUR) }),
      ends: {
        share: failing ? random.between(0, 0.05) : near(random, 0.8, 0.2),
        how: 'deleted' as const,
        again: 0.3,
      },
      signIn: failing
        ? { refused: 0, error: near(random, 0.6, 0.2), stuck: 0 }
        : { refused: near(random, 0.45, 0.2), error: near(random, 0.45, 0.15), stuck: 0 },
      page:
        shape === 'unreachable'
          ? null
          : { kind: 'error' as const, share: near(random, failing ? 0.5 : 0.3, 0.25) },
      wire: { outcomes, share: failing ? near(random, 0.65, 0.25) : random.between(0.05, 0.3) },
      frontDoor: failing ? near(random, 0.6, 0.3) : near(random, 0.25, 0.2),
      crowd: {
        times: random.around(9, 2.5),
        symptoms: failing
          ? {
              errors: near(random, 0.6, 0.3),
              unreachable: near(random, shape === 'unreachable' ? 0.6 : 0.15, 0.15),
            }
          : {
              'forced-logout': near(random, 0.5, 0.25),
              'sign-in-rejected': near(random, 0.4, 0.2),
              errors: near(random, 0.3, 0.2),
            },
        scope: 'regional' as const,
        officialAfter: random.chance(0.15) ? drawOfficial(random, 0) : null,
      },
    })),
    meets: Math.max(meets, span.start + MINUTE / 2),
  };
};
