import fc from 'fast-check';
import { describe, it, vi } from 'vitest';
import type { Observation } from '../../lib/model/observation.ts';
import { longLog } from '../../scripts/bench/diagnosis-logs.ts';
import { log, logWithIncident, observation, RUNS, TIME_LIMIT } from './log-arbitraries.ts';
import { restsOnWhatIs } from './rests-on-what-is.ts';

vi.setConfig({ testTimeout: TIME_LIMIT });

const request = fc.record({
  kind: fc.constant('request'),
  purpose: fc.constantFrom('navigation', 'api', 'probe'),
  outcome: fc.constantFrom('ok', 'ok', 'server-error', 'timeout', 'tls', 'client-error', 'blocked'),
});

/** Much is seen of two services that share a sign-in, and half of it again and again: what worked and what failed. */
const busy = fc
  .array(fc.tuple(observation, fc.boolean(), fc.option(request)), { minLength: 40, maxLength: 120 })
  .map((seen) =>
    seen.map(([{ at, ...other }, linked, instead]): Observation => {
      if (other.service === null) return { at, ...other };
      const service = linked ? 'instagram' : 'facebook';
      return { at, ...(instead ?? other), service } as Observation;
    }),
  );

describe('a diagnosis that was not made again', () => {
  it('rests on the evidence and the ground that a new one would have, at every moment of any log', () => {
    fc.assert(
      fc.property(fc.oneof(log, logWithIncident), (one) => {
        restsOnWhatIs(one);
      }),
      RUNS,
    );
  });

  it('does so where much is seen of linked services', () => {
    fc.assert(
      fc.property(busy, (one) => {
        restsOnWhatIs(one);
      }),
      { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 5) },
    );
  });

  it.each(['incident', 'month', 'storm'] as const)(
    'does so in the long log of the benchmark: %s',
    (shape) => {
      restsOnWhatIs(longLog(shape, 500));
    },
  );
});
