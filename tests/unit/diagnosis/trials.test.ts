import { describe, expect, it } from 'vitest';
import { foldUpTo } from '../../../lib/diagnosis/assess.ts';
import { diagnose } from '../../../lib/diagnosis/diagnose.ts';
import { sceneOf } from '../../../lib/diagnosis/fold/scene.ts';
import { trialsOf } from '../../../lib/diagnosis/trials.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { MEASUREMENTS } from '../../../lib/model/verdict.ts';
import { at, ended, page, started } from './log-builder.ts';

/** Everything that may be learned next of Facebook, so many seconds after the start. */
const trials = (log: readonly Observation[], seconds: number, until = seconds) => {
  const fold = foldUpTo(log, at(until));
  const incident = fold.open.get('facebook');
  if (!incident) throw new Error('no incident');
  const now = diagnose(sceneOf(fold, incident, at(seconds)), incident.last?.decision ?? null);
  return { now, trials: trialsOf(fold, incident, now, at(seconds)) };
};
const learned = (log: readonly Observation[], seconds: number, check: string, outcome: string) =>
  trials(log, seconds).trials.find(({ fact }) => fact.check === check && fact.outcome === outcome)?.after;

describe('what may be learned next', () => {
  it('is later than what was seen this very moment', () => {
    const after = learned([ended(0)], 0, 'sign-in', 'works');
    expect([...(after?.kinds ?? [])]).toContain('sign-in-works');
  });

  it('is judged beside what stands, which gives way only to what is cheaper by a margin', () => {
    const log = [page(0, 'unusual-login')];
    const after = learned(log, 1, 'contacts-also-affected', 'yes');
    expect(trials(log, 1).now.decision).toBe('account-locked');
    expect(after?.decision).toBe('account-locked');
    const fold = foldUpTo(log, at(1));
    const incident = fold.open.get('facebook');
    if (!incident || !after) throw new Error('no incident');
    const anew = diagnose(sceneOf(fold, incident, at(1)), null);
    incident.last = null;
    const first = trialsOf(fold, incident, anew, at(1)).find(
      ({ fact }) => fact.check === 'contacts-also-affected' && fact.outcome === 'yes',
    );
    expect(first?.after.posterior.probabilities).toEqual(after.posterior.probabilities);
    expect(first?.after.decision).toBe('unclear');
  });

  it('is no measurement of an incident that will be over by then, but an answer takes it up again', () => {
    const back = [ended(0), started(60), page(65, 'home')];
    const measured = (seconds: number) =>
      trials(back, seconds, 100).trials.map(({ fact }) => MEASUREMENTS.some((one) => one === fact.check));
    expect(measured(124)).toContain(true);
    expect(measured(125)).toContain(false);
    expect(measured(125)).not.toContain(true);
  });
});
