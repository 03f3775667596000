import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { byTime } from '../../lib/diagnosis/facts/in-order.ts';
import { emptyFold, readSet, rediagnose } from '../../lib/diagnosis/fold/incident-fold.ts';
import { timelinesAt } from '../../lib/diagnosis/fold/timelines-at.ts';
import { momentsOf } from '../../lib/diagnosis/fold/moments.ts';
import {
  assess,
  PRIORS,
  recheckTimes,
  replaySteps,
  type IncidentTimeline,
} from '../../lib/diagnosis/index.ts';
import { CAUSES, type Cause } from '../../lib/model/cause.ts';
import { datedVerdict } from '../../lib/model/incident.ts';
import { observation as schema, type Observation } from '../../lib/model/observation.ts';
import { verdict as verdictSchema, type Verdict } from '../../lib/model/verdict.ts';
import { endOf, log, RUNS, START, TIME_LIMIT } from './log-arbitraries.ts';

const allVerdicts = (observations: readonly Observation[], at: number): Verdict[] =>
  assess(observations, at).flatMap(({ verdicts, current }) => [
    ...verdicts.map(({ verdict }) => verdict),
    ...(current ? [current] : []),
  ]);

vi.setConfig({ testTimeout: TIME_LIMIT });

/** The two causes that a verdict weighs: the one named (or most probable) and the next. */
const rivals = ({ cause, probabilities }: Verdict): [Cause, Cause] => {
  const p = (one: Cause): number => probabilities[one] ?? 0;
  const sorted = [...CAUSES].sort((a, b) => p(b) - p(a));
  const favoured = cause === 'unclear' ? (sorted[0] as Cause) : cause;
  return [favoured, sorted.find((one) => one !== favoured) as Cause];
};

describe('the engine on any log that the schema accepts', () => {
  it('tries only logs that the schema accepts', () => {
    fc.assert(
      fc.property(log, (observations) => {
        for (const one of observations) expect(schema.safeParse(one).success).toBe(true);
      }),
      RUNS,
    );
  });

  it('never throws, and says only what the schema of verdicts allows', () => {
    fc.assert(
      fc.property(log, fc.integer({ min: -3_600_000, max: 100_000_000 }), (observations, later) => {
        for (const one of assess(observations, endOf(observations) + later)) {
          for (const dated of one.verdicts) expect(datedVerdict.safeParse(dated).error).toBeUndefined();
          if (one.current) expect(verdictSchema.safeParse(one.current).error).toBeUndefined();
          expect(one.verdicts.length).toBeGreaterThan(0);
          expect(one.current === null).toBe(one.closedAt !== null);
        }
      }),
      RUNS,
    );
  });

  it('gives probabilities that add up to 1', () => {
    fc.assert(
      fc.property(log, (observations) => {
        for (const { probabilities } of allVerdicts(observations, endOf(observations))) {
          const values = CAUSES.map((cause) => probabilities[cause] ?? Number.NaN);
          expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
        }
      }),
      RUNS,
    );
  });

  it('gives reasons that add up, with the prior, to the odds between the two causes they weigh', () => {
    fc.assert(
      fc.property(log, (observations) => {
        // Histories change the prior; a log of one incident has none.
        const timelines = assess(observations, endOf(observations));
        const services = timelines.map(({ service }) => service);
        fc.pre(new Set(services).size === services.length);
        for (const verdict of allVerdicts(observations, endOf(observations))) {
          const [favoured, runnerUp] = rivals(verdict);
          const p = (one: Cause): number => verdict.probabilities[one] as number;
          let sum = Math.log(PRIORS[favoured] / PRIORS[runnerUp]);
          for (const { towards, weight } of verdict.reasons) {
            expect(weight).toBeGreaterThan(0);
            expect([favoured, runnerUp]).toContain(towards);
            sum += towards === favoured ? weight : -weight;
          }
          expect(sum).toBeCloseTo(Math.log(p(favoured) / p(runnerUp)), 6);
        }
      }),
      RUNS,
    );
  });

  it('does not depend on the order of the log, equal times included', () => {
    fc.assert(
      fc.property(
        log.chain((one) => fc.tuple(fc.constant(one), fc.shuffledSubarray(one, { minLength: one.length }))),
        ([observations, shuffled]) => {
          const end = endOf(observations) + 1000;
          expect(assess(shuffled, end)).toEqual(assess(observations, end));
        },
      ),
      RUNS,
    );
  });

  it('looks at nothing later than the moment, and keeps what it said', () => {
    fc.assert(
      fc.property(log, fc.nat(14_400_000), (observations, offset) => {
        const at = START + offset;
        const known = observations.filter((one) => Date.parse(one.at) <= at);
        const then = assess(observations, at);
        expect(then).toEqual(assess(known, at));
        const end = Math.max(at, endOf(observations)) + 1;
        const later = new Map(assess(observations, end).map((one) => [one.id, one]));
        for (const { id, verdicts } of then)
          expect(later.get(id)?.verdicts.slice(0, verdicts.length)).toEqual(verdicts);
      }),
      RUNS,
    );
  });

  it('says what it would say if every diagnosis were made again at every moment', () => {
    fc.assert(
      fc.property(log, (observations) => {
        const fold = emptyFold();
        for (const { at, set } of momentsOf(byTime(observations), () => -Infinity)) {
          if (set.length > 0) readSet(fold, set, at);
          for (const incident of fold.open.values()) incident.changesAt = -Infinity;
          rediagnose(fold, at, set);
        }
        const end = endOf(observations) + 48 * 3_600_000;
        const strip = (of: readonly IncidentTimeline[]) =>
          of.map(({ id, closedAt, closedBy, verdicts }) => ({ id, closedAt, closedBy, verdicts }));
        expect(strip(assess(observations, end))).toEqual(strip(timelinesAt(fold, end)));
      }),
      RUNS,
    );
  });

  it('says in a replay what it says when asked', () => {
    fc.assert(
      fc.property(log, fc.array(fc.nat(20_000_000), { maxLength: 4 }), (observations, offsets) => {
        const asked = offsets.map((offset) => START + offset);
        const moments = [...replaySteps(observations, asked)];
        expect(moments.filter(({ reason }) => reason === 'observation')).toHaveLength(observations.length);
        const lastOf = new Map(moments.map((moment) => [moment.at, moment]));
        for (const { at, states } of lastOf.values()) {
          const open = assess(observations, at).filter(({ closedAt }) => closedAt === null);
          const expected = open.map(({ service, current }) => ({
            service,
            verdict: { ...current, nextChecks: [] },
          }));
          expect([...states]).toEqual(expected.sort((a, b) => (a.service < b.service ? -1 : 1)));
        }
      }),
      { numRuns: Math.ceil(RUNS.numRuns / 3) },
    );
  });

  it('names a next moment that is later, and none in which more could change before', () => {
    fc.assert(
      fc.property(log, fc.nat(20_000_000), (observations, offset) => {
        const after = START + offset;
        const next = recheckTimes(observations, after);
        if (next === null) return;
        expect(next).toBeGreaterThan(after);
        const known = observations.filter((one) => Date.parse(one.at) <= after);
        const said = (at: number) => assess(known, at).map(({ id, verdicts }) => [id, verdicts.length]);
        expect(said(next - 1)).toEqual(said(after));
      }),
      RUNS,
    );
  });
});
