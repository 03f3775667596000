import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { foldUpTo } from '../../lib/diagnosis/assess.ts';
import { diagnose } from '../../lib/diagnosis/diagnose.ts';
import { sceneOf } from '../../lib/diagnosis/fold/scene.ts';
import { assess, assessWithChanges } from '../../lib/diagnosis/index.ts';
import { observationOf, possibleFacts, type Fact } from '../../lib/diagnosis/possible-facts.ts';
import { trialsOf } from '../../lib/diagnosis/trials.ts';
import { allChanges } from '../../lib/diagnosis/what-would-change.ts';
import { observation as schema, type Observation } from '../../lib/model/observation.ts';
import { toTimestamp } from '../../lib/model/timestamp.ts';
import { verdict as verdictSchema, type Change, type Verdict } from '../../lib/model/verdict.ts';
import { endOf, logWithIncident, RUNS, TIME_LIMIT } from './log-arbitraries.ts';

vi.setConfig({ testTimeout: 4 * TIME_LIMIT });

type Said = Change['to'];
const said = ({ cause, certainty, alarm }: Verdict): Said => ({ cause, certainty, alarm });
const factOf = ({ to: _, ...fact }: Change): Fact => fact as Fact;

/** What is said of Facebook at `at`; undefined when no incident is open. */
const saidAt = (log: readonly Observation[], at: number): Said | undefined => {
  const current = assess(log, at).findLast(({ service }) => service === 'facebook')?.current;
  return current ? said(current) : undefined;
};

/** Each fact that may be learned next of Facebook, and what would be said by adding it to the log for real. */
const reallyAdded = (log: readonly Observation[], at: number) => {
  const fold = foldUpTo(log, at);
  const incident = fold.open.get('facebook');
  if (!incident) throw new Error('no incident of Facebook is open');
  const scene = sceneOf(fold, incident, at);
  const now = diagnose(scene, incident.last?.decision ?? null);
  const then = toTimestamp(at + 1);
  const really = possibleFacts(scene, now).map(({ fact }) => ({
    fact,
    to: saidAt([...log, observationOf(fact, 'facebook', then)], at + 1),
  }));
  return { changes: allChanges(now, trialsOf(fold, incident, now, at)).map(({ change }) => change), really };
};

const later = fc.integer({ min: 0, max: 900_000 });

describe('what would change a verdict', () => {
  it('is what is said when just that is added to the log', () => {
    fc.assert(
      fc.property(logWithIncident, later, (log, after) => {
        const at = endOf(log) + after;
        const before = saidAt(log, at);
        fc.pre(before !== undefined);
        const { changes, really } = reallyAdded(log, at);
        const foretold = new Map(changes.map((change) => [JSON.stringify(factOf(change)), change.to]));
        for (const { fact, to } of really)
          expect({ fact, to: foretold.get(JSON.stringify(fact)) ?? before }).toEqual({ fact, to });
      }),
      RUNS,
    );
  });

  it('is left as it was by looking: nothing of the trials stays', () => {
    fc.assert(
      fc.property(logWithIncident, later, (log, after) => {
        const at = endOf(log) + after;
        const plain = assessWithChanges(log, at).map((timeline) => {
          if (!timeline.current) return timeline;
          const { wouldChange: _, ...current } = timeline.current;
          return { ...timeline, current };
        });
        expect(plain).toEqual(assess(log, at));
      }),
      RUNS,
    );
  });

  it('is told in at most three lines of different checks, which the schema of verdicts allows', () => {
    fc.assert(
      fc.property(logWithIncident, later, (log, after) => {
        for (const { current } of assessWithChanges(log, endOf(log) + after)) {
          if (!current) continue;
          expect(verdictSchema.safeParse(current).error).toBeUndefined();
          const changes = current.wouldChange ?? [];
          expect(new Set(changes.map(({ check }) => check)).size).toBe(changes.length);
          for (const { to } of changes) expect(to).not.toEqual(said(current));
        }
      }),
      RUNS,
    );
  });

  it('never tells only what would calm: one line of what would raise the alarm, where anything would', () => {
    fc.assert(
      fc.property(logWithIncident, later, (log, after) => {
        const at = endOf(log) + after;
        const current = assessWithChanges(log, at).findLast(({ service }) => service === 'facebook')?.current;
        fc.pre(current !== undefined && current !== null && current.alarm !== 'act');
        const raises = reallyAdded(log, at).really.some(
          ({ fact, to }) => fact.check !== 'feed' && to?.alarm === 'act',
        );
        expect(current?.wouldChange?.some(({ to }) => to.alarm === 'act')).toBe(raises);
      }),
      RUNS,
    );
  });

  it('tries only facts that the log may hold', () => {
    fc.assert(
      fc.property(logWithIncident, (log) => {
        const fold = foldUpTo(log, endOf(log));
        const incident = fold.open.get('facebook');
        if (!incident) throw new Error('no incident of Facebook is open');
        const scene = sceneOf(fold, incident, endOf(log));
        for (const { fact, chance } of possibleFacts(scene, diagnose(scene, null))) {
          const seen = observationOf(fact, 'facebook', toTimestamp(endOf(log)));
          expect(schema.safeParse(seen).error).toBeUndefined();
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
      RUNS,
    );
  });
});
