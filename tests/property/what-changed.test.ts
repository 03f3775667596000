import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { collectEvidence } from '../../lib/diagnosis/collect-evidence.ts';
import { byTime } from '../../lib/diagnosis/facts/in-order.ts';
import { emptyFold, nextOfItself, readSet, rediagnose } from '../../lib/diagnosis/fold/incident-fold.ts';
import { momentsOf } from '../../lib/diagnosis/fold/moments.ts';
import { sceneOf } from '../../lib/diagnosis/fold/scene.ts';
import { groundOf } from '../../lib/diagnosis/ground.ts';
import type { Evidence } from '../../lib/diagnosis/evidence.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { longLog } from '../../scripts/bench/diagnosis-logs.ts';
import { log, logWithIncident, observation, RUNS, TIME_LIMIT } from './log-arbitraries.ts';

vi.setConfig({ testTimeout: TIME_LIMIT });

/** What weighs: all of the evidence but the details that are told with it. */
const weighing = (evidence: readonly Evidence[]) =>
  evidence.map(({ kind, row, strength }) => ({ kind, row, strength }));

/** At every moment of the log each open incident rests on the evidence and the ground that are there now. */
const restsOnWhatIs = (observations: readonly Observation[]): void => {
  const fold = emptyFold();
  for (const { at, set } of momentsOf(byTime(observations), () => nextOfItself(fold))) {
    if (set.length > 0) readSet(fold, set, at);
    rediagnose(fold, at, set);
    for (const incident of fold.open.values()) {
      const scene = sceneOf(fold, incident, at);
      expect(weighing(incident.last?.evidence ?? [])).toEqual(weighing(collectEvidence(scene).evidence));
      expect(incident.last?.ground).toEqual(groundOf(scene));
    }
  }
};

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
    fc.assert(fc.property(fc.oneof(log, logWithIncident), restsOnWhatIs), RUNS);
  });

  it('does so where much is seen of linked services', () => {
    fc.assert(fc.property(busy, restsOnWhatIs), { ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 5) });
  });

  it.each(['incident', 'month', 'storm'] as const)(
    'does so in the long log of the benchmark: %s',
    (shape) => {
      restsOnWhatIs(longLog(shape, 500));
    },
  );
});
