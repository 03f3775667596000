import type { EvidenceKind } from '../../model/evidence.ts';
import type { Diagnosis } from '../diagnose.ts';
import { rivals } from '../explain.ts';
import { indexOf } from '../numbers/row.ts';

/** Whether something else is said than before: another cause, certainty or alarm. */
export const saysOtherwise = (one: Diagnosis, other: Diagnosis): boolean =>
  one.decision !== other.decision || one.certainty !== other.certainty || one.alarm !== other.alarm;

/**
 * The evidence that changed what is said: the one whose word for what is now favoured, against what was favoured
 * before (or the runner-up), changed most. null if none did, when a rule or time alone made the change.
 */
export const changedBecause = (before: Diagnosis, now: Diagnosis): EvidenceKind | null => {
  const { favoured, runnerUp } = rivals(now);
  const was = rivals(before).favoured;
  const [here, there] = [indexOf(favoured), indexOf(was === favoured ? runnerUp : was)];
  const change = new Map<EvidenceKind, number>();
  const add = (of: Diagnosis, sign: number): void =>
    of.evidence.forEach(({ kind, row }, index) => {
      const word = (of.posterior.weights[index] as number) * ((row[here] as number) - (row[there] as number));
      change.set(kind, (change.get(kind) ?? 0) + sign * word);
    });
  add(now, 1);
  add(before, -1);
  let because: EvidenceKind | null = null;
  let most = 1e-9;
  for (const [kind, size] of change) if (Math.abs(size) > most) [because, most] = [kind, Math.abs(size)];
  return because;
};
